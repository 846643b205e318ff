from django.db import models
from django.utils.translation import gettext_lazy as _


class Role(models.TextChoices):
    """The roles of the portal, one list for code, screens and tests.

    Visitor, participant and member are not listed: a visitor is nobody, a participant is a confirmed address with a signed
    link, a member is any account. The others are groups of the same name.
    """

    EDITOR = "editor", _("Editor")
    TRANSLATOR = "translator", _("Translator")
    COORDINATOR = "coordinator", _("Coordinator for public notification and consultation")
    MODERATOR = "moderator", _("Moderator")
    ORGANISER = "organiser", _("Organiser")
    DOOR_HELPER = "door_helper", _("Door helper")
    FOCAL_POINT = "focal_point", _("Focal point of an institution")
    SECRETARIAT = "secretariat", _("Technical Secretariat on Migration")
    ANALYST = "analyst", _("Analyst")
    ADMINISTRATOR = "administrator", _("Administrator")
