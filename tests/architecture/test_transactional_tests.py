"""The suite's own ground: what migrations made is there again after a test that empties every table."""

import pytest
from wagtail.models import Collection, Page


@pytest.mark.django_db(transaction=True)
@pytest.mark.parametrize("_round", [1, 2])
def test_the_rows_of_the_migrations_survive_a_transactional_test(_round):
    assert Page.objects.filter(depth=1).count() == 1
    assert Collection.objects.filter(depth=1).count() == 1
