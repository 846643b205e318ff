"""The words that addresses are made of, in the reader's language.

Each is a word alone, without slashes; `joined` makes a route of them in a room's `urls.py`:

    from portal.languages import address

    urlpatterns = [path(address.joined(address.RECEIPT, "<str:receipt>"), views.receipt, name="receipt")]

The Albanian lies in the catalogue under the context "address". The seed gives index pages the same words as slugs, so a
word that has been public is not changed: readers have bookmarked it.
"""

from django.utils.functional import lazy
from django.utils.translation import pgettext_lazy

# Index pages: the first step below the language.
STRATEGY = pgettext_lazy("address", "strategy")
LIBRARY = pgettext_lazy("address", "library")
RECOMMENDATIONS = pgettext_lazy("address", "recommendations")
FINDINGS = pgettext_lazy("address", "findings")
CONSULTATIONS = pgettext_lazy("address", "consultations")
EVENTS = pgettext_lazy("address", "events")
SEARCH = pgettext_lazy("address", "search")
ACCOUNT = pgettext_lazy("address", "account")
NEWS = pgettext_lazy("address", "news")
GLOSSARY = pgettext_lazy("address", "glossary")
CONTACT = pgettext_lazy("address", "contact")
PATTERNS = pgettext_lazy("address", "patterns")
ABOUT = pgettext_lazy("address", "about")
PRIVACY = pgettext_lazy("address", "privacy")
ACCESSIBILITY = pgettext_lazy("address", "accessibility")
IMPRINT = pgettext_lazy("address", "imprint")

# Things and deeds below them.
MEASURES = pgettext_lazy("address", "measures")
COMMENTS = pgettext_lazy("address", "comments")
COMMENT = pgettext_lazy("address", "comment")
PROVISION = pgettext_lazy("address", "provision")
RECEIPT = pgettext_lazy("address", "receipt")
CONFIRM = pgettext_lazy("address", "confirm")
REGISTER = pgettext_lazy("address", "register")
CANCEL = pgettext_lazy("address", "cancel")
WITHDRAW = pgettext_lazy("address", "withdraw")
CALENDAR = pgettext_lazy("address", "calendar")
MY_DATA = pgettext_lazy("address", "my-data")
WRITE = pgettext_lazy("address", "write")
SENT = pgettext_lazy("address", "sent")
FEED = pgettext_lazy("address", "feed")
VERSION = pgettext_lazy("address", "version")
FILES = pgettext_lazy("address", "files")
REPORT = pgettext_lazy("address", "report")
SUGGEST = pgettext_lazy("address", "suggest")
UNTRANSLATED = pgettext_lazy("address", "untranslated")


def _join(*steps: object) -> str:
    return "".join(f"{step}/" for step in steps)


joined = lazy(_join, str)
"""`joined(COMMENT, "<str:anchor>")` is the route `koment/<str:anchor>/`, or `comment/<str:anchor>/` in English."""
