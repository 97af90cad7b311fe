from django.apps import AppConfig


class PeopleConfig(AppConfig):
    name = "gandan.foundation.people"
    label = "people"
