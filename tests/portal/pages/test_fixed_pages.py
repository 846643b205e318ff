from wagtail.models import get_page_models

from portal.pages.base import FixedPage


def test_no_page_of_a_record_and_no_index_is_offered_for_creation():
    """Wagtail does not inherit `is_creatable`: every class has to say it."""
    fixed = [model for model in get_page_models() if issubclass(model, FixedPage)]

    assert fixed
    assert [model.__name__ for model in fixed if model.is_creatable] == []
