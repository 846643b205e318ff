from consultation.enums import Decision
from consultation.records import ConsultationComment, OfficialResponse
from consultation.services.telling import comment_words, write_to_author
from portal.accounts.links import sign


def tell_of_answer(comment: ConsultationComment, response: OfficialResponse) -> None:
    """Write to the author of a comment that it is answered, once for each answer."""
    write_to_author(
        "comment_answered",
        comment.contribution,
        key=f"{comment.pk}-{response.issue_id}",
        context=comment_words(comment)
        | {
            "decision": Decision(response.decision).label,
            "reasons": {"sq": response.reason_sq, "en": response.reason_en},
            "outcome_token": sign("consultation.outcome", comment.contribution_id),
        },
    )
