"""What the shell of every page needs: the portal's name. Nothing here may touch the session or the person."""

from typing import Any

from django.conf import settings
from django.http import HttpRequest

from portal.languages.enums import active_language


def shell(request: HttpRequest) -> dict[str, Any]:
    return {"portal_name": settings.PORTAL_NAME[active_language()]}
