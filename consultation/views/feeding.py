from datetime import datetime
from typing import Any

from django.contrib.syndication.views import Feed
from django.http import Http404, HttpRequest
from django.urls import reverse
from django.utils.feedgenerator import Atom1Feed
from django.utils.translation import gettext as _

from consultation.records import Consultation, ConsultationComment
from consultation.selectors import title_of, visible_comments, visible_to
from consultation.selectors.showing import comment_url, target_name

COMMENTS_IN_FEED = 50


class CommentFeed(Feed):  # type: ignore[type-arg]
    """The latest published comments of a consultation that anybody may read. Examples have no feed."""

    feed_type = Atom1Feed

    def get_object(self, request: HttpRequest, number: int) -> Consultation:
        found = visible_to(None).filter(number=number, is_example=False).prefetch_related("pages__locale").first()
        if found is None:
            raise Http404
        return found

    def title(self, consultation: Consultation) -> str:
        return _("Comments: %(title)s") % {"title": title_of(consultation)}

    def link(self, consultation: Consultation) -> str:
        return reverse("consultation:consultation", args=[consultation.number])

    def items(self, consultation: Consultation) -> list[ConsultationComment]:
        published = visible_comments(None).filter(consultation=consultation)
        return list(published.order_by("-moderated_at", "-number")[:COMMENTS_IN_FEED])

    def item_title(self, item: ConsultationComment) -> str:
        return f"{_('Comment %(number)s') % {'number': item.number}}: {target_name(item)}"

    def item_description(self, item: ConsultationComment) -> str:
        return item.text

    def item_link(self, item: ConsultationComment) -> str:
        return comment_url(item)

    def item_author_name(self, item: ConsultationComment) -> Any:
        return item.contribution.shown_name or item.contribution.category.name

    def item_pubdate(self, item: ConsultationComment) -> datetime:
        return item.moderated_at or item.contribution.sent_at
