"""The room's plate on the door."""

from django.apps import AppConfig


class CasesConfig(AppConfig):
    """Petitions, feedback, complaints."""

    name = "gandan.matters.cases"
    label = "cases"
