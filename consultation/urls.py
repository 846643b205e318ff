from django.urls import path
from django.utils.translation import pgettext_lazy
from django.views.decorators.http import require_safe

from consultation import views
from consultation.views import downloading, law, matrix, open_data, outcome, reporting, versions
from portal.languages.address import (
    ACCOUNT,
    COMMENT,
    COMMENTS,
    CONFIRM,
    CONSULTATIONS,
    FEED,
    FILES,
    RECEIPT,
    REPORT,
    VERSION,
    joined,
)

DEADLINE = pgettext_lazy("address", "deadline")
MINE = pgettext_lazy("address", "my-comment")
TEXT = pgettext_lazy("address", "text")

BASKET = pgettext_lazy("address", "basket")
DISOWN = pgettext_lazy("address", "not-me")
FOLLOW = pgettext_lazy("address", "follow")
QUESTIONS = pgettext_lazy("address", "questions")
INVITATION = pgettext_lazy("address", "invitation")
REPLY = pgettext_lazy("address", "reply")
REPORT_ABUSE = pgettext_lazy("address", "report-abuse")
SUPPORT = pgettext_lazy("address", "support")
NOTED = pgettext_lazy("address", "noted")
JOIN = pgettext_lazy("address", "confirmation")

CODEBOOK = pgettext_lazy("address", "codebook")
COMPLAINT = pgettext_lazy("address", "complaint")
COMPARE = pgettext_lazy("address", "comparison")
DATA = pgettext_lazy("address", "open-data")
DROPPED = pgettext_lazy("address", "dropped-text")
MATRIX = pgettext_lazy("address", "answers")
OUTCOME = pgettext_lazy("address", "outcome")
YEARLY = pgettext_lazy("address", "yearly-figures")

app_name = "consultation"

NUMBER = "<int:number>"
PROVISION = (CONSULTATIONS, NUMBER, VERSION, "<int:version>", "<slug:anchor>")
COMMENT_ADDRESS = (CONSULTATIONS, NUMBER, COMMENTS, "<int:comment>")

urlpatterns = [
    path(joined(CONSULTATIONS, NUMBER), views.consultation, name="consultation"),
    path(joined(CONSULTATIONS, "<slug:slug>"), views.page, name="page"),
    path(joined(CONSULTATIONS, NUMBER, TEXT), views.whole_text, name="text"),
    path(joined(CONSULTATIONS, NUMBER, TEXT, "<int:version>"), views.whole_text, name="text_of"),
    path(
        joined(CONSULTATIONS, NUMBER, TEXT, "<int:version>", "<slug:kind>"), downloading.draft_file, name="draft_file"
    ),
    path(joined(CONSULTATIONS, NUMBER, DEADLINE), views.deadline, name="deadline"),
    path(joined(CONSULTATIONS, NUMBER, FILES, "<int:document>", "<str:language>"), views.document, name="document"),
    path(joined(CONSULTATIONS, NUMBER, COMMENTS), views.comments_on_whole, name="comments"),
    path(joined(CONSULTATIONS, NUMBER, COMMENTS, "<int:comment>"), views.comment, name="comment"),
    path(joined(CONSULTATIONS, NUMBER, COMMENT), views.comment_on_whole, name="comment_on_whole"),
    path(joined(*PROVISION), views.provision, name="provision"),
    path(joined(*PROVISION, COMMENT), views.comment_on_provision, name="comment_on_provision"),
    path(joined(CONSULTATIONS, NUMBER, COMPARE, "<int:old>", "<int:new>"), versions.compare, name="compare"),
    path(joined(CONSULTATIONS, NUMBER, DROPPED), versions.dropped, name="dropped"),
    path(joined(CONSULTATIONS, NUMBER, RECEIPT, "<str:token>"), views.receipt, name="receipt"),
    path(joined(CONSULTATIONS, NUMBER, CONFIRM, "<str:token>"), views.confirm, name="confirm"),
    path(joined(CONSULTATIONS, NUMBER, MINE, "<str:token>"), views.manage, name="manage"),
    path(joined(CONSULTATIONS, NUMBER, MINE, "<str:token>", "<int:comment>"), views.manage, name="manage_one"),
    path(joined(CONSULTATIONS, NUMBER, DISOWN, "<str:token>"), views.disown, name="disown"),
    path(joined(CONSULTATIONS, NUMBER, BASKET), views.basket, name="basket"),
    path(joined(CONSULTATIONS, NUMBER, BASKET, "<slug:key>"), views.basket_item, name="basket_item"),
    path(joined(CONSULTATIONS, NUMBER, QUESTIONS), views.questions, name="questions"),
    path(joined(CONSULTATIONS, NUMBER, INVITATION, "<str:token>"), views.invitation, name="invitation"),
    path(joined(CONSULTATIONS, NUMBER, RECEIPT, "<str:token>", "pdf"), views.receipt_paper, name="receipt_paper"),
    path(joined(ACCOUNT, COMMENTS), views.my_comments, name="my_comments"),
    path(joined(CONSULTATIONS, NUMBER, COMMENTS, FEED), require_safe(views.CommentFeed()), name="comment_feed"),
    path(joined(*COMMENT_ADDRESS, REPLY), views.reply_to_comment, name="reply"),
    path(joined(*COMMENT_ADDRESS, SUPPORT), views.support, name="support"),
    path(joined(*COMMENT_ADDRESS, REPORT_ABUSE), views.report, name="report_abuse"),
    path(joined(*COMMENT_ADDRESS, FILES, "<int:paper>"), views.paper, name="paper"),
    path(joined(CONSULTATIONS, NUMBER, FOLLOW), views.follow_consultation, name="follow"),
    path(joined(CONSULTATIONS, NUMBER, NOTED, "<slug:what>"), views.sent, name="sent"),
    path(joined(CONSULTATIONS, NUMBER, JOIN, "<slug:what>", "<str:token>"), views.confirm_joining, name="join"),
    path(joined(CONSULTATIONS, NUMBER, MATRIX), matrix.matrix, name="matrix"),
    path(joined(CONSULTATIONS, NUMBER, MATRIX, "<slug:kind>"), matrix.matrix_file, name="matrix_file"),
    path(joined(CONSULTATIONS, NUMBER, OUTCOME, "<str:token>"), outcome.outcome, name="outcome"),
    path(joined(CONSULTATIONS, NUMBER, REPORT), reporting.report, name="report"),
    path(joined(CONSULTATIONS, NUMBER, REPORT, "<slug:kind>"), reporting.report_file, name="report_file"),
    path(joined(CONSULTATIONS, NUMBER, COMPLAINT), law.complaint, name="complaint"),
    path(joined(CONSULTATIONS, NUMBER, DATA, "<slug:kind>"), open_data.data_file, name="data_file"),
    path(joined(CONSULTATIONS, DATA, CODEBOOK), open_data.codebook, name="codebook"),
    path(joined(CONSULTATIONS, DATA, "json"), open_data.data_list, name="data_list"),
    path(joined(CONSULTATIONS, DATA, YEARLY), law.yearly, name="yearly"),
    path(joined(CONSULTATIONS, DATA, YEARLY, "json"), law.yearly_json, name="yearly_json"),
]
