"""A provision in the course of the drafts: where it came from, and what became of it."""

from typing import Any

from consultation.records import Consultation, Provision
from consultation.selectors.lineage import became, causes_of, changes_between, lineage_of
from consultation.selectors.reading import provision_url
from consultation.selectors.showing import comment_url, provision_name
from portal.languages.enums import active_language


def course_of(consultation: Consultation, provision: Provision) -> tuple[bool, dict[str, Any]]:
    """Whether a newer draft took its place, and what the page shows of its course. Free where there is but one draft."""
    lineage = lineage_of(consultation)
    if lineage.latest == 1:
        return False, {"ancestors": []}
    ancestors = lineage.ancestors(provision.pk)
    earlier = (
        Provision.objects.filter(pk__in=ancestors).select_related("version").order_by("-version__number", "position")
    )
    causes = causes_of([provision]).get(provision.pk, [])
    for comment in causes:
        comment.consultation = consultation
    return provision.version.number < lineage.latest, {
        "ancestors": ancestors,
        "before": [
            {
                "number": each.version.number,
                "url": provision_url(consultation, each),
                "name": provision_name(each),
                "words": provision.text or provision.heading,
                "pieces": pieces,
                "is_changed": any(piece.kind != "kept" for piece in pieces),
            }
            for each in earlier
            for pieces in [changes_between(each, provision, active_language())]
        ],
        "after": [
            {
                "kind": step.kind.label,
                "number": step.later.version.number if step.later else None,
                "name": provision_name(step.later) if step.later else "",
                "url": provision_url(consultation, step.later) if step.later else "",
                "words": (step.later.text or step.later.heading) if step.later else "",
                "pieces": changes_between(provision, step.later, active_language()) if step.later else [],
            }
            for step in became(provision, lineage)
        ],
        "causes": [{"number": each.number, "url": comment_url(each)} for each in causes],
    }
