"""The room's plate on the door."""

from django.apps import AppConfig
from django.core import checks


class IndicatorsConfig(AppConfig):
    """Day cells and the catalogue of measures."""

    name = "gandan.reporting.indicators"
    label = "indicators"

    def ready(self) -> None:
        """Have the catalogue examined by `gandan check`, before anybody reads a figure."""
        from gandan.reporting.indicators import inspection  # noqa: PLC0415  # the rooms' tables must be loaded first

        checks.register(inspection.catalogue_is_sound)
