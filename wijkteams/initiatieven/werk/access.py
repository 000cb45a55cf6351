"""Which ideas and initiatives somebody of the team may open."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from django.http import HttpRequest

from wijkteams.initiatieven.models import Initiatief, InitiatiefAanvraag
from wijkteams.row_access import the_row

if TYPE_CHECKING:
    from accounts.models import User

VIEW: Final = "initiatief.view"
CHANGE: Final = "initiatief.change"
CONTACT: Final = "initiatief.contact"
IDEAS: Final = "initiatiefaanvraag.view"
ADD: Final = "initiatiefaanvraag.add"
ANSWER: Final = "initiatiefaanvraag.change"


def the_initiative(request: HttpRequest, pk: int, action: str = VIEW) -> Initiatief:
    """An initiative that this user may do this with. Else 404 (not there for them) or 403."""
    rows = Initiatief.objects.visible_to(_user(request))
    return the_row(request, rows.select_related("wijk", "samengevoegd_in"), pk, action)


def the_idea(request: HttpRequest, pk: int, action: str = IDEAS) -> InitiatiefAanvraag:
    """An idea that this user may do this with. Else 404 (not there for them) or 403."""
    rows = InitiatiefAanvraag.objects.visible_to(_user(request))
    near = rows.select_related("wijk", "toegewezen_aan", "initiatief", "beslist_door")
    found: InitiatiefAanvraag = the_row(request, near, pk, action)
    return found


def _user(request: HttpRequest) -> User:
    user: User = request.user  # type: ignore[assignment]
    return user
