from library.reviews.views.reading import finding, recommendation

__all__ = ["finding", "recommendation"]
