from library.strategy.views.reading import measure

__all__ = ["measure"]
