from django.apps import AppConfig


class StrategyConfig(AppConfig):
    name = "library.strategy"
    label = "strategy"
