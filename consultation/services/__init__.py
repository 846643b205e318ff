from consultation.services.announce import announce_consultation, cancel_consultation
from consultation.services.answer import answer_comment, close_answers
from consultation.services.arrange import (
    check_english,
    insert_provision,
    move_english,
    move_provision,
    shift_english,
)
from consultation.services.ask import remove_question, write_question
from consultation.services.change_own import edit_own_comment, withdraw_comment, withdraw_contribution
from consultation.services.confirm import confirm_contribution
from consultation.services.disown import disown_contribution
from consultation.services.draft import (
    ProvisionRow,
    ProvisionWords,
    add_draft_version,
    add_provisions,
    edit_provision,
    remove_provision,
)
from consultation.services.extend import extend_deadline
from consultation.services.follow import confirm_following, follow, stop_following
from consultation.services.hand_over import hand_over
from consultation.services.import_docx import import_draft, import_english
from consultation.services.invite import Guest, invite, remind_invited
from consultation.services.lay_ready import lay_ready, take_away
from consultation.services.moderate import accept_comment, hide_comment
from consultation.services.new_version import begin_version, confirm_pairs, drop_version, publish_version
from consultation.services.pack_notice import pack_notice
from consultation.services.papers import Paper, inspect_paper
from consultation.services.plant import plant_consultation_index
from consultation.services.questions import Reply
from consultation.services.remark import Remark
from consultation.services.remove_example import remove_example
from consultation.services.start import ConsultationFacts, ConsultationWords, change_facts, start_consultation
from consultation.services.submit import Author, submit_comment, submit_contribution
from consultation.services.support import confirm_support, report_abuse, support_comment
from consultation.services.translate import part_from_group, settle_reports, translate_comment

__all__ = [
    "Author",
    "ConsultationFacts",
    "ConsultationWords",
    "Guest",
    "Paper",
    "ProvisionRow",
    "ProvisionWords",
    "Remark",
    "Reply",
    "accept_comment",
    "add_draft_version",
    "add_provisions",
    "announce_consultation",
    "answer_comment",
    "begin_version",
    "cancel_consultation",
    "change_facts",
    "check_english",
    "close_answers",
    "confirm_contribution",
    "confirm_following",
    "confirm_pairs",
    "confirm_support",
    "disown_contribution",
    "drop_version",
    "edit_own_comment",
    "edit_provision",
    "extend_deadline",
    "follow",
    "hand_over",
    "hide_comment",
    "import_draft",
    "import_english",
    "insert_provision",
    "inspect_paper",
    "invite",
    "lay_ready",
    "move_english",
    "move_provision",
    "pack_notice",
    "part_from_group",
    "plant_consultation_index",
    "publish_version",
    "remind_invited",
    "remove_example",
    "remove_provision",
    "remove_question",
    "report_abuse",
    "settle_reports",
    "shift_english",
    "start_consultation",
    "stop_following",
    "submit_comment",
    "submit_contribution",
    "support_comment",
    "take_away",
    "translate_comment",
    "withdraw_comment",
    "withdraw_contribution",
    "write_question",
]
