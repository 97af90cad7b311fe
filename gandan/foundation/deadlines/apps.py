"""The room's plate on the door."""

from django.apps import AppConfig


class DeadlinesConfig(AppConfig):
    """Clocks, pauses, extensions, loaded days, local limits."""

    name = "gandan.foundation.deadlines"
    label = "deadlines"
