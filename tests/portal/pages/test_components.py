"""What the shared components promise to every page that includes them."""

import re
from datetime import UTC, date, datetime
from pathlib import Path
from typing import Any

import pytest
from django import forms
from django.conf import settings
from django.core.paginator import Paginator
from django.http import QueryDict
from django.template.loader import render_to_string
from django.utils.translation import override

PORTAL = Path(settings.ROOT) / "site" / "portal"
COMPONENTS = PORTAL / "templates" / "components"


def render(component: str, language: str = "en", **context: Any) -> str:
    with override(language):
        return " ".join(render_to_string(f"components/{component}.html", context).split())


class Form(forms.Form):
    email = forms.EmailField(help_text="Not published.")
    organisation = forms.CharField(required=False)
    category = forms.ChoiceField(widget=forms.RadioSelect, choices=[("academia", "Academia"), ("x", "Other")])
    needs = forms.MultipleChoiceField(widget=forms.CheckboxSelectMultiple, choices=[("loop", "Loop")], required=False)
    consent = forms.BooleanField(help_text="Why.")
    receipt = forms.CharField(widget=forms.HiddenInput, required=False)


@pytest.mark.parametrize("path", sorted(COMPONENTS.glob("*.html")), ids=lambda path: path.stem)
def test_each_component_begins_by_naming_its_parameters(path: Path):
    assert path.read_text(encoding="utf-8").startswith("{% comment %}")


def test_the_list_names_each_component():
    listed = set(re.findall(r"[a-z]+(?:_[a-z]+)*", (COMPONENTS / "README.md").read_text(encoding="utf-8")))

    assert {path.stem for path in COMPONENTS.glob("*.html")} - listed == set()


def test_no_component_styles_itself():
    styled = [path.stem for path in COMPONENTS.glob("*.html") if re.search(r"\sstyle=", path.read_text("utf-8"))]

    assert styled == []


def test_letters_wear_the_colours_of_the_portal():
    tokens = (PORTAL / "static" / "portal" / "css" / "tokens.css").read_text(encoding="utf-8")
    letters = (PORTAL / "notifications" / "templates" / "letters").glob("*.html")

    used = {colour for path in letters for colour in re.findall(r"#[0-9a-f]{6}", path.read_text("utf-8"))}

    assert used
    assert {colour for colour in used - {"#ffffff"} if colour not in tokens} == set()


def test_a_field_ties_hint_and_error_to_its_control_and_keeps_what_was_typed():
    html = render("field", field=Form({"email": "<b>name"})["email"])

    assert 'value="&lt;b&gt;name"' in html
    assert 'aria-describedby="id_email_helptext id_email_error"' in html
    assert 'aria-invalid="true"' in html
    assert 'id="id_email_helptext"' in html
    assert 'id="id_email_error"' in html


def test_only_an_optional_field_is_marked_as_such():
    assert "(if you wish)" in render("field", field=Form()["organisation"])
    assert "(if you wish)" not in render("field", field=Form()["email"])
    assert "(if you wish)" not in render("field", field=Form()["organisation"], optional=False)
    assert "(choose as many as you like)" in render("field", field=Form()["needs"])


def test_a_group_of_choices_says_its_error_and_each_hint_once():
    html = render("field", field=Form({})["category"], hints={"x": "Say which."}, signs=True)

    assert '<fieldset class="field field--error" aria-describedby="id_category_error">' in html
    assert html.count('class="sign"') == 1
    assert 'aria-labelledby="id_category_1_label" aria-describedby="id_category_1_hint"' in html


def test_a_single_choice_is_named_by_its_label_alone():
    html = render("field", field=Form()["consent"])

    assert 'aria-labelledby="id_consent_label"' in html
    assert 'aria-describedby="id_consent_helptext"' in html


def test_the_summary_of_errors_leads_to_each_field():
    form = Form({})
    form.add_error(None, "Too late.")

    html = render("error_summary", form=form) + "".join(render("field", field=field) for field in form)

    anchors = re.findall(r'href="#([^"]+)"', html)
    assert anchors == ["id_email", "id_category_0", "id_consent"]
    assert [anchor for anchor in anchors if f'id="{anchor}"' not in html] == []
    assert "Too late." in html


def test_a_form_without_errors_has_no_summary():
    assert render("error_summary", form=Form()) == ""


def test_a_comment_shows_what_was_typed_and_nothing_it_did_not_mean():
    html = render("comment", comment=a_comment(text="<script>\n\nçfarë?", lang="sq"))

    assert "&lt;script&gt;" in html
    assert 'lang="sq"' in html
    assert "written in Albanian" in html


def test_a_comment_in_the_language_of_the_page_is_not_marked():
    html = render("comment", comment=a_comment(lang="en"))

    assert "written in" not in html
    assert "lang=" not in html


def test_a_comment_in_a_language_django_does_not_know_is_marked_by_its_code():
    assert "written in rup" in render("comment", comment=a_comment(lang="rup"))


def a_comment(**changes: Any) -> dict[str, Any]:
    return {
        "who": "An association",
        "category": "civil_society",
        "category_name": "Civil society",
        "sent": date(2026, 11, 19),
        "lang": "en",
        "text": "Words.",
    } | changes


def test_midnight_belongs_to_the_day_that_ends_with_it():
    html = render("count", number=24, unit="days left", at=datetime(2026, 12, 18, 23, tzinfo=UTC))

    assert '<time datetime="2026-12-19T00:00:00+01:00">18 December 2026</time>, midnight' in html


def test_another_hour_is_said_in_local_time():
    html = render("count", number=24, unit="days left", at=datetime(2026, 12, 18, 16, tzinfo=UTC))

    assert "18 December 2026</time>, at 17:00" in html


@pytest.mark.parametrize(("number", "said"), [(1, "1-rë"), (4, "4-t"), (5, "5-të"), (14, "14-të"), (24, "24-t")])
def test_days_are_numbered_as_albanian_numbers_them(number: int, said: str):
    from portal.pages.templatetags.wording import day_number

    with override("sq"):
        assert day_number(number) == said
    with override("en"):
        assert day_number(number) == str(number)


def test_a_year_is_never_grouped():
    assert '<time datetime="2021">2021</time>' in render("record", title="A law", url="/", year=2021)


def test_a_work_without_a_date_says_so():
    assert "no date" in render("record", title="A review", url="/")


def test_a_pager_keeps_every_filter_and_needs_no_number_for_the_first_page():
    page = Paginator(range(200), 10).page(5)

    html = render("pager", page=page, query=QueryDict("kind=law&kind=strategy&page=5"))

    assert re.findall(r'href="([^"]+)"', html) == [
        "?kind=law&amp;kind=strategy&amp;page=4",
        "?kind=law&amp;kind=strategy",
        "?kind=law&amp;kind=strategy&amp;page=4",
        "?kind=law&amp;kind=strategy&amp;page=6",
        "?kind=law&amp;kind=strategy&amp;page=20",
        "?kind=law&amp;kind=strategy&amp;page=6",
    ]
    assert html.count('aria-current="page"') == 1


def test_a_single_page_has_no_pager():
    assert render("pager", page=Paginator([1], 10).page(1)) == ""


def test_a_filter_that_leaves_nothing_says_0_and_one_uncounted_says_nothing():
    assert '<span class="facet__count">' in render("facet_count", count=0)
    assert render("facet_count") == ""


def test_a_long_filter_folds_and_opens_where_something_is_chosen():
    options = [{"value": number, "label": f"Kind {number}"} for number in range(12)]
    chosen = [*options[:-1], options[-1] | {"checked": True}]

    short = render("facets", groups=[{"name": "kind", "options": options[:9]}])
    folded = render("facets", groups=[{"name": "kind", "options": options}])
    opened = render("facets", groups=[{"name": "kind", "options": chosen}])

    assert "facet__more" not in short
    assert "5 more" in folded
    assert re.search(r'class="facet__more"\s*>', folded)
    assert re.search(r'class="facet__more" open>', opened)
    assert folded.count('type="checkbox"') == 12


def test_filters_without_anything_to_choose_are_left_out():
    empty = {"name": "kind", "legend": "Kind", "options": []}

    assert render("facets", title="Filter", groups=[empty]) == ""
    assert "Kind" not in render("facets", groups=[empty, {"name": "year", "options": [{"value": 1, "label": "One"}]}])


def test_sixty_places_are_drawn_one_by_one_and_sixty_one_as_a_bar():
    row = {"code": "academia", "name": "Academia", "free": 1, "total": 60}

    assert 'class="motifs"' in render("places", rows=[row])
    assert 'class="bar"' in render("places", rows=[row | {"total": 61}])


def test_a_full_category_says_so_and_who_waits():
    html = render("places", rows=[{"code": "academia", "name": "Academia", "free": 0, "total": 30, "waiting": 6}])

    assert "Full" in html
    assert "6 people on the waiting list" in html


def test_a_tally_draws_all_categories_at_one_scale():
    few = [{"code": "academia", "name": "Academia", "count": 40}, {"code": "business", "name": "Business", "count": 1}]
    many = [*few, {"code": "government", "name": "Government", "count": 41}]

    assert render("tally", rows=few).count('class="bar"') == 0
    assert render("tally", rows=many).count('class="bar"') == 3


def test_a_category_without_a_sign_keeps_its_name():
    html = render("category", code="diaspora", name="Diaspora")

    assert "<svg" not in html
    assert "Diaspora" in html


def test_drawings_keep_their_digits_in_albanian():
    readings = [
        {"label": "2023", "value": 1234.5, "text": "1 234,5"},
        {"label": "2024", "value": 2000, "text": "2 000"},
    ]

    html = render("chart", "sq", id="c", title="t", text="d", readings=readings)

    assert [number for number in re.findall(r'(?:points|c?[xy][12]?|d)="([^"]+)"', html) if "\xa0" in number] == []
    assert re.search(r'points="[\d., ]+"', html)
    assert "2\xa0000" in html.replace("2 000", "2\xa0000")


def test_a_table_row_must_have_a_cell_for_each_column():
    with pytest.raises(ValueError, match="shorter"):
        render("table", caption="c", columns=["A", "B"], rows=[{"cells": ["only one"]}])


def test_cells_carry_the_name_of_their_column_for_the_phone():
    html = render("table", caption="c", columns=["No.", "Finding"], rows=[{"cells": ["R1", "Deadlines differ."]}])

    assert '<th scope="row"> R1 </th>' in html
    assert '<td data-label="Finding"> Deadlines differ. </td>' in html
