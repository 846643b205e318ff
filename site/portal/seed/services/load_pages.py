"""The standing pages, the front page's words and the news."""

from collections.abc import Mapping
from datetime import date, timedelta
from typing import Any

from django.db import transaction
from wagtail.models import Page

from portal.home.pages import ContactPage, HomePage, NewsIndexPage, NewsPage
from portal.languages.enums import Language
from portal.pages.models import StandardPage
from portal.pages.services import PageWords, create_page_pair, publish_page_pair, rewrite_page_pair
from portal.seed.blocks import body_blocks
from portal.seed.content_files import content
from portal.seed.links import page_id


@transaction.atomic
def load_front_page(home: HomePage) -> int:
    """The words of the front page, unless an editor has written some."""
    if home.lede:
        return 0
    words = content("home")
    sections = words["sections"]
    fields = {
        language: {
            "title": words["title"][language],
            "search_description": words["search_description"][language],
            "lede": words["lede"][language],
            "strategy_text": sections["strategy"]["text"][language],
            "strategy_facts": [("facts", _titled(sections["strategy"]["facts"][language]))],
            "ways": [("steps", _titled(sections["take_part"]["ways"][language]))],
        }
        for language in Language
    }
    rewrite_page_pair(home, fields=fields)
    publish_page_pair(home)
    return 1


def _titled(rows: list[Any]) -> list[dict[str, str]]:
    return [{"title": str(title), "text": str(text)} for title, text in rows]


@transaction.atomic
def load_standing_pages(home: HomePage) -> int:
    """The pages of `pages.yaml`, in two passes: all of them are there before the first links to another."""
    made: list[tuple[Page, Mapping[str, Any]]] = []
    for row in content("pages")["pages"]:
        if row["key"] == "contact":
            exists, page_class, facts = ContactPage.objects.exists(), ContactPage, {}
        else:
            exists = StandardPage.objects.filter(code=row["key"]).exists()
            page_class, facts = StandardPage, {"code": row["key"]}
        if not exists:
            made.append((create_page_pair(page_class, parent=home, words=_words(row), facts=facts), row))
    for page, row in made:
        rewrite_page_pair(page, fields={code: {"body": body_blocks(row["body"][code], page_id)} for code in Language})
        publish_page_pair(page)
    return len(made)


def _words(
    row: Mapping[str, Any], fields: Mapping[Language, Mapping[str, Any]] | None = None
) -> dict[Language, PageWords]:
    return {
        language: PageWords(
            title=row["title"][language],
            slug=row["slug"][language],
            fields={"search_description": row["search_description"][language], **(fields or {}).get(language, {})},
        )
        for language in Language
    }


@transaction.atomic
def load_index(home: HomePage, page_class: type[Page], key: str) -> int:
    """An index page of the hall or of a room, by its key in `pages.yaml`."""
    if page_class.objects.exists():
        return 0
    row = next(row for row in content("pages")["indexes"] if row["key"] == key)
    field = "intro" if hasattr(page_class, "intro") else "lede"
    intro = {language: {field: row["intro"][language]} for language in Language}
    publish_page_pair(create_page_pair(page_class, parent=home, words=_words(row, intro)))
    return 1


@transaction.atomic
def load_news(*, with_examples: bool, today: date) -> int:
    """News, dated backwards from the day of loading; invented items only `with_examples`."""
    index = NewsIndexPage.objects.get(locale__language_code=Language.ALBANIAN)
    new = 0
    for row in content("news")["news"]:
        if NewsPage.objects.filter(slug=row["slug"]["sq"]).exists() or (row["example"] and not with_examples):
            continue
        fields = {
            code: {"lede": row["lede"][code], "body": body_blocks(row["body"][code], page_id)} for code in Language
        }
        facts = {"day": today - timedelta(days=row["days_ago"]), "is_example": row["example"]}
        publish_page_pair(create_page_pair(NewsPage, parent=index, words=_words(row, fields), facts=facts))
        new += 1
    return new
