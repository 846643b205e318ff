from library.publications.views.reading import by_number, file, preview

__all__ = ["by_number", "file", "preview"]
