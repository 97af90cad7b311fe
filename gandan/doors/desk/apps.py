from django.apps import AppConfig


class DeskConfig(AppConfig):
    name = "gandan.doors.desk"
    label = "desk"
