"""The room's plate on the door."""

from django.apps import AppConfig


class TerritoryConfig(AppConfig):
    """Units, versions, successions, offices."""

    name = "gandan.foundation.territory"
    label = "territory"
