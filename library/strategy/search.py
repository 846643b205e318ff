"""What of this room can be found: strategies, measures and indicators."""

from collections.abc import Iterable, Iterator
from typing import Any

from django.utils.html import strip_tags
from django.utils.translation import gettext_lazy, override

from library.publications.selectors import address_of, pages_ahead, words_of
from library.strategy.pages import StrategyPage
from library.strategy.records import Indicator, Measure, Strategy
from library.strategy.selectors import indicators_visible_to, measure_address, measures_visible_to, visible_to
from portal.languages.enums import Language
from portal.search.searchable import SearchEntry


class Strategies:
    kind = "strategy"
    label = gettext_lazy("Strategies")

    def entries(self, keys: Iterable[int] | None = None) -> Iterator[SearchEntry]:
        strategies = visible_to(None) if keys is None else visible_to(None).filter(pk__in=list(keys))
        for strategy in strategies.prefetch_related(pages_ahead(Strategy), "lines", "objectives"):
            for language in Language:
                with override(language):
                    yield SearchEntry(
                        key=strategy.pk,
                        language=language.value,
                        title=str(strategy.name),
                        text="\n".join(_words(strategy, language)),
                        url=address_of(strategy),
                        is_example=strategy.is_example,
                    )

    def visible(self, user: Any, keys: Iterable[int]) -> set[int]:
        return set(visible_to(user).filter(pk__in=list(keys)).values_list("pk", flat=True))

    def keys_of(self, page: Any) -> Iterable[int]:
        return [page.record_id] if isinstance(page, StrategyPage) else []


class Measures:
    kind = "measure"
    label = gettext_lazy("Measures")

    def entries(self, keys: Iterable[int] | None = None) -> Iterator[SearchEntry]:
        measures = measures_visible_to(None) if keys is None else measures_visible_to(None).filter(pk__in=list(keys))
        told = measures.select_related("objective__strategy", "lead_institution").prefetch_related("activities")
        for measure in told:
            for language in Language:
                with override(language):
                    yield _measure(measure, language)

    def visible(self, user: Any, keys: Iterable[int]) -> set[int]:
        return set(measures_visible_to(user).filter(pk__in=list(keys)).values_list("pk", flat=True))

    def keys_of(self, page: Any) -> Iterable[int]:
        if not isinstance(page, StrategyPage):
            return []
        return Measure.objects.filter(objective__strategy=page.record_id).values_list("pk", flat=True)


class Indicators:
    kind = "indicator"
    label = gettext_lazy("Indicators")

    def entries(self, keys: Iterable[int] | None = None) -> Iterator[SearchEntry]:
        visible = indicators_visible_to(None)
        indicators = visible if keys is None else visible.filter(pk__in=list(keys))
        for indicator in indicators.select_related("measure__objective__strategy", "measure__lead_institution"):
            for language in Language:
                with override(language):
                    yield _indicator(indicator, language)

    def visible(self, user: Any, keys: Iterable[int]) -> set[int]:
        return set(indicators_visible_to(user).filter(pk__in=list(keys)).values_list("pk", flat=True))

    def keys_of(self, page: Any) -> Iterable[int]:
        if not isinstance(page, StrategyPage):
            return []
        return Indicator.objects.filter(measure__objective__strategy=page.record_id).values_list("pk", flat=True)


def _words(strategy: Strategy, language: Language) -> Iterator[str]:
    yield from (str(text) for text in (strategy.acronym, strategy.objective, strategy.notice) if text)
    yield from (str(objective.name) for objective in strategy.objectives.all() if objective.name)
    yield from (str(line.text) for line in strategy.lines.all())
    page: Any = words_of(strategy)
    if page is not None and page.locale.language_code == language:
        yield page.summary
        yield strip_tags(str(page.body).replace("<", " <"))


def _measure(measure: Measure, language: Language) -> SearchEntry:
    strategy, lead = measure.objective.strategy, measure.lead_institution
    texts = [
        str(measure.objective.name),
        lead.public_name if lead else "",
        *(str(activity.text) for activity in measure.activities.all()),
        str(strategy.name),
    ]
    return SearchEntry(
        key=measure.pk,
        language=language.value,
        title=f"{measure.code} {measure.name}",
        text="\n".join(text for text in texts if text),
        url=measure_address(measure),
        date=measure.starts_on,
        institution=lead.code if lead else "",
        is_example=strategy.is_example,
    )


def _indicator(indicator: Indicator, language: Language) -> SearchEntry:
    measure = indicator.measure
    lead = measure.lead_institution
    return SearchEntry(
        key=indicator.pk,
        language=language.value,
        title=f"{indicator.code} {indicator.name}",
        text="\n".join(str(text) for text in (measure.name, indicator.source, indicator.unit) if text),
        url=f"{measure_address(measure)}#i{indicator.pk}",
        date=measure.starts_on,
        institution=lead.code if lead else "",
        is_example=measure.objective.strategy.is_example,
    )


SEARCHABLES = (Strategies(), Measures(), Indicators())
