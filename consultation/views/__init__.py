from consultation.views.basket import basket, basket_item
from consultation.views.commenting import comment_on_provision, comment_on_whole, reply_to_comment
from consultation.views.downloading import document
from consultation.views.feeding import CommentFeed
from consultation.views.joining import confirm_joining, follow_consultation, paper, report, sent, support
from consultation.views.mine import invitation, my_comments, receipt_paper
from consultation.views.own import confirm, disown, manage, receipt
from consultation.views.questions import questions
from consultation.views.reading import comment, comments_on_whole, consultation, deadline, page, provision, whole_text

__all__ = [
    "CommentFeed",
    "basket",
    "basket_item",
    "comment",
    "comment_on_provision",
    "comment_on_whole",
    "comments_on_whole",
    "confirm",
    "confirm_joining",
    "consultation",
    "deadline",
    "disown",
    "document",
    "follow_consultation",
    "invitation",
    "manage",
    "my_comments",
    "page",
    "paper",
    "provision",
    "questions",
    "receipt",
    "receipt_paper",
    "reply_to_comment",
    "report",
    "sent",
    "support",
    "whole_text",
]
