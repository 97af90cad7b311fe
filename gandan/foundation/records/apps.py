from django.apps import AppConfig


class RecordsConfig(AppConfig):
    name = "gandan.foundation.records"
    label = "records"
