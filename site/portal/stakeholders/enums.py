from django.db import models
from django.utils.translation import gettext_lazy as _


class InstitutionKind(models.TextChoices):
    GOVERNMENT = "government", _("Government institution")
    PARLIAMENT = "parliament", _("Parliament")
    INDEPENDENT = "independent", _("Independent institution")
    MECHANISM = "mechanism", _("Coordination mechanism")
    SERVICE_POINT = "service_point", _("Service point")
    INTERNATIONAL = "international", _("International organisation")
    DONOR = "donor", _("Donor")
    CIVIL_SOCIETY = "civil_society", _("Civil society organisation")
    ACADEMIA = "academia", _("Academic institution")
    BUSINESS = "business", _("Business organisation")


class InstitutionLevel(models.TextChoices):
    CENTRAL = "central", _("Central")
    LOCAL = "local", _("Local")
    NATIONAL = "national", _("National")
    INTERNATIONAL = "international", _("International")
