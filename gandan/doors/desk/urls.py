"""Addresses of the desk."""

from __future__ import annotations

from django.urls import path

from gandan.doors.desk.calendar import views as calendar
from gandan.doors.desk.cases import intake
from gandan.doors.desk.cases import views as cases
from gandan.doors.desk.entrance import views as entrance
from gandan.doors.desk.queue import views as queue
from gandan.doors.desk.reception import counter, register, sessions
from gandan.doors.desk.reports import views as reports

app_name = "desk"
urlpatterns = [
    path("sign-in", entrance.sign_in, name="sign_in"),
    path("sign-out", entrance.sign_out, name="sign_out"),
    path("post", entrance.change_post, name="post"),
    path("", queue.home, name="home"),
    path("search", queue.search, name="search"),
    path("intake", intake.intake, name="intake"),
    path("case/<int:case_id>", cases.show, name="case"),
    path("case/<int:case_id>/receipt", intake.receipt, name="receipt"),
    path("case/<int:case_id>/file/<int:file_id>", cases.file, name="file"),
    path("case/<int:case_id>/<slug:code>", cases.move, name="move"),
    path("visit", counter.visit, name="visit"),
    path("visit/<int:visit_id>", counter.visit_page, name="visit_page"),
    path("visit/<int:visit_id>/answer", counter.answer, name="visit_answer"),
    path("visits", register.visits, name="visits"),
    path("sessions", sessions.sessions, name="sessions"),
    path("sessions/new", sessions.plan, name="session_plan"),
    path("sessions/<int:session_id>", sessions.session, name="session"),
    path("sessions/<int:session_id>/<slug:code>", sessions.session, name="session_step"),
    path("forms", reports.forms, name="forms"),
    path("form/<path:code>.xlsx", reports.form_xlsx, name="form_xlsx"),
    path("form/<path:code>.docx", reports.form_docx, name="form_docx"),
    path("form/<path:code>", reports.form, name="form"),
    path("calendar", calendar.calendar, name="calendar"),
    path("figure/<str:measure_id>", reports.figure, name="figure"),
]
