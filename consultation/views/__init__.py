from consultation.views.commenting import comment_on_provision, comment_on_whole
from consultation.views.downloading import document
from consultation.views.own import confirm, manage, receipt
from consultation.views.reading import comment, comments_on_whole, consultation, deadline, page, provision, whole_text

__all__ = [
    "comment",
    "comment_on_provision",
    "comment_on_whole",
    "comments_on_whole",
    "confirm",
    "consultation",
    "deadline",
    "document",
    "manage",
    "page",
    "provision",
    "receipt",
    "whole_text",
]
