"""Addresses of the portal: short, Vietnamese, fit to be read out on the telephone."""

from __future__ import annotations

from django.urls import path

from gandan.doors.portal import calculator, checking, following, front, receptions, sending

app_name = "portal"
urlpatterns = [
    path("", front.home, name="home"),
    path("dan-biet", front.know, name="know"),
    path("dan-ban", front.discuss, name="discuss"),
    path("dan-kiem-tra", front.check, name="check"),
    path("tro-giup", front.help_page, name="help"),
    path("gui/phan-anh", sending.send, {"form_name": "phan-anh"}, name="send_feedback"),
    path("gui/don", sending.send, {"form_name": "don"}, name="send_petition"),
    path("theo-doi", following.find, name="find"),
    path("theo-doi/<str:receipt>", following.follow, name="follow"),
    path("theo-doi/<str:receipt>/bien-nhan", following.ticket, name="ticket"),
    path("theo-doi/<str:receipt>/danh-gia", following.rate, name="rate"),
    path("theo-doi/<str:receipt>/xem-lai", following.reopen, name="reopen"),
    path("theo-doi/<str:receipt>/bo-sung", following.add_word, name="add"),
    path("theo-doi/<str:receipt>/tep/<int:file_id>", following.paper, name="paper"),
    path("thoi-han", calculator.reckon, name="deadlines"),
    path("kiem-so", checking.check_figures, name="check_figures"),
    path("lich-tiep-dan", receptions.calendar, name="receptions"),
]
