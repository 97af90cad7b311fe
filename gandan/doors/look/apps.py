from django.apps import AppConfig


class LookConfig(AppConfig):
    name = "gandan.doors.look"
    label = "look"
