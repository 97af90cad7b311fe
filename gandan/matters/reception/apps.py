from django.apps import AppConfig


class ReceptionConfig(AppConfig):
    name = "gandan.matters.reception"
    label = "reception"
