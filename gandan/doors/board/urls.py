"""Addresses of the board."""

from __future__ import annotations

from django.urls import path

from gandan.doors.board import views

app_name = "board"
urlpatterns = [
    path("", views.home, name="home"),
    path("late", views.late, name="late"),
]
