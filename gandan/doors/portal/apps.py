from django.apps import AppConfig


class PortalConfig(AppConfig):
    name = "gandan.doors.portal"
    label = "portal"
