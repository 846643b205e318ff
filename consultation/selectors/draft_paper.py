"""A draft as a paper, the same for PDF and Word, in one language."""

from collections.abc import Iterator

from bs4 import BeautifulSoup, Tag
from django.conf import settings
from django.utils.formats import date_format
from django.utils.translation import gettext as _

from consultation.records import Consultation, DraftVersion, Provision
from consultation.selectors.versions import provisions_of
from consultation.selectors.visibility import title_of
from consultation.working_days import ALBANIA, day_of
from portal.delivery.papers import Block, Heading, Listed, Paper, Table, Text
from portal.languages.enums import active_language


def draft_paper(consultation: Consultation, version: DraftVersion) -> Paper:
    """In the reader's language; what is not translated stands in Albanian and is marked so."""
    language = active_language()
    closes = consultation.closes_at.astimezone(ALBANIA)
    return Paper(
        title=title_of(consultation),
        lang=language.value,
        author=consultation.institution.name,
        above=" · ".join(
            [
                settings.PORTAL_NAME[language],
                _("Consultation no. %(number)s") % {"number": consultation.number},
                _("Draft %(number)s") % {"number": version.number},
            ]
        ),
        notice=_("This is an example. It is no text of an institution.") if consultation.is_example else "",
        blocks=tuple(_blocks(provisions_of(version))),
        foot=_("Put out by %(institution)s. Comments are taken until %(day)s, %(time)s, Albanian time.")
        % {
            "institution": consultation.institution.name,
            "day": date_format(day_of(consultation.closes_at)),
            "time": f"{closes:%H:%M}",
        },
    )


def _blocks(provisions: list[Provision]) -> Iterator[Block]:
    below = 2
    for provision in provisions:
        name = ". ".join(filter(None, [provision.label, provision.heading]))
        language = (provision.text or provision.heading).language
        if provision.is_heading:
            below = 3
            yield Heading(name, 2, lang=language)
        elif name:
            yield Heading(name, below, lang=language)
        yield from _text(provision.text, language)


def _text(html: str, language: str) -> Iterator[Block]:
    """Paragraphs, lists and tables: all that the text of a provision can hold."""
    for block in BeautifulSoup(html, "html.parser").children:
        if not isinstance(block, Tag):
            continue
        if block.name in {"ul", "ol"}:
            items = tuple(_words(item) for item in block.find_all("li"))
            yield Listed(
                items if block.name == "ul" else tuple(f"{n}. {item}" for n, item in enumerate(items, start=1))
            )
        elif block.name == "table":
            yield from _table(block)
        elif words := _words(block):
            yield Text(words, lang=language)


def _table(block: Tag) -> Iterator[Table]:
    rows = [tuple(_words(cell) for cell in row.find_all(["th", "td"])) for row in block.find_all("tr")]
    rows = [row for row in rows if row]
    if not rows:
        return
    width = max(len(row) for row in rows)
    head, *body = [row + ("",) * (width - len(row)) for row in rows]
    yield Table(_("Table"), head, tuple(body))


def _words(block: Tag) -> str:
    return " ".join(block.get_text(" ").split())
