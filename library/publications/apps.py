from django.apps import AppConfig


class PublicationsConfig(AppConfig):
    name = "library.publications"
    label = "publications"
