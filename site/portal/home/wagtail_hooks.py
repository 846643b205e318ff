"""The editors' side of the hall: vocabularies that all rooms share, the words of the frame, messages from readers."""

from django.utils.translation import gettext_lazy as _
from wagtail import hooks
from wagtail.admin.viewsets.base import ViewSetGroup
from wagtail.admin.viewsets.model import ModelViewSet

from portal.home.records import ContactMessage
from portal.pages.models import Partner, ProjectWords
from portal.stakeholders.models import Institution, StakeholderCategory


class InstitutionViewSet(ModelViewSet):
    model = Institution
    icon = "group"
    menu_label = _("Institutions")
    copy_view_enabled = False
    list_display = ["name_sq", "name_en", "kind", "is_example"]
    list_filter = ["kind", "level", "is_example"]
    search_fields = ["code", "name_sq", "name_en", "acronym_sq", "acronym_en"]
    exclude_form_fields = ["is_example"]


class CategoryViewSet(ModelViewSet):
    model = StakeholderCategory
    icon = "tag"
    menu_label = _("Stakeholder categories")
    copy_view_enabled = False
    list_display = ["name_sq", "name_en", "parent", "position"]
    form_fields = ["code", "name_sq", "name_en", "help_sq", "help_en", "parent", "position"]


class ProjectWordsViewSet(ModelViewSet):
    model = ProjectWords
    icon = "doc-full-inverse"
    menu_label = _("Words about the project")
    copy_view_enabled = False
    exclude_form_fields: list[str] = []


class PartnerViewSet(ModelViewSet):
    model = Partner
    icon = "image"
    menu_label = _("Partners and logos")
    copy_view_enabled = False
    list_display = ["name_sq", "role_sq", "position"]
    exclude_form_fields: list[str] = []


class MessageViewSet(ModelViewSet):
    """Read only: a message is answered by e-mail, not edited."""

    model = ContactMessage
    icon = "mail"
    menu_label = _("Messages")
    copy_view_enabled = False
    list_display = ["subject", "email", "sent_at"]
    inspect_view_enabled = True
    exclude_form_fields: list[str] = []


class FrameViewSetGroup(ViewSetGroup):
    menu_label = _("Portal")
    menu_icon = "home"
    menu_order = 800
    items = (InstitutionViewSet, CategoryViewSet, ProjectWordsViewSet, PartnerViewSet, MessageViewSet)


@hooks.register("register_admin_viewset")
def register_frame() -> FrameViewSetGroup:
    return FrameViewSetGroup()
