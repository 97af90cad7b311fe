from django.apps import AppConfig


class BoardConfig(AppConfig):
    name = "gandan.doors.board"
    label = "board"
