from consultation.services.announce import announce_consultation, cancel_consultation
from consultation.services.answer import answer_comment, close_answers
from consultation.services.change_own import edit_own_comment, withdraw_contribution
from consultation.services.confirm import confirm_contribution
from consultation.services.draft import (
    ProvisionRow,
    ProvisionWords,
    add_draft_version,
    add_provisions,
    edit_provision,
    remove_provision,
)
from consultation.services.extend import extend_deadline
from consultation.services.import_docx import import_draft
from consultation.services.moderate import accept_comment, hide_comment
from consultation.services.plant import plant_consultation_index
from consultation.services.remove_example import remove_example
from consultation.services.start import ConsultationFacts, ConsultationWords, change_facts, start_consultation
from consultation.services.submit import Author, submit_comment

__all__ = [
    "Author",
    "ConsultationFacts",
    "ConsultationWords",
    "ProvisionRow",
    "ProvisionWords",
    "accept_comment",
    "add_draft_version",
    "add_provisions",
    "announce_consultation",
    "answer_comment",
    "cancel_consultation",
    "change_facts",
    "close_answers",
    "confirm_contribution",
    "edit_own_comment",
    "edit_provision",
    "extend_deadline",
    "hide_comment",
    "import_draft",
    "plant_consultation_index",
    "remove_example",
    "remove_provision",
    "start_consultation",
    "submit_comment",
    "withdraw_contribution",
]
