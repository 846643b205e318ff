from django.apps import AppConfig


class ReviewsConfig(AppConfig):
    name = "library.reviews"
    label = "reviews"
