"""Addresses of the look: its sheets, and the page that shows every component."""

from __future__ import annotations

from django.urls import path

from gandan.doors.look import alive, pattern, sheets

app_name = "look"
urlpatterns = [
    path("", pattern.show, name="pattern"),
    path("alive", alive.say, name="alive"),
    path("sheet/<slug:mark>/<str:name>", sheets.serve, name="sheet"),
]
