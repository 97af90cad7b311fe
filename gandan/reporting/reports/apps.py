"""The room's plate on the door."""

from django.apps import AppConfig


class ReportsConfig(AppConfig):
    """Forms as versioned data, filled from day cells."""

    name = "gandan.reporting.reports"
    label = "reports"
