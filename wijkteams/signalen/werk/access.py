"""Which signals somebody of the team may open, and the log of who opened a confidential one."""

from __future__ import annotations

from datetime import timedelta
from typing import TYPE_CHECKING, Any, Final

from django.core.exceptions import PermissionDenied
from django.http import Http404
from django.utils import timezone
from django.utils.translation import gettext as _

from wijkteams.row_access import may
from wijkteams.signalen.models import Raadpleging, Signaal

if TYPE_CHECKING:
    from django.http import HttpRequest

VIEW: Final = "signaal.view"
CHANGE: Final = "signaal.change"
ADD: Final = "signaal.add"
CONTACT: Final = "signaal.contact"
ONE_LOOK = timedelta(minutes=15)
"Within this time it is one and the same look: each step loads the screen again."


def the_signal(request: HttpRequest, pk: int, action: str = VIEW) -> Signaal:
    """A signal that this user may read and do this with. Else 404 (not there for them) or 403."""
    rows = Signaal.objects.visible_to(request.user)  # type: ignore[arg-type]
    near = rows.select_related("wijk", "buurt", "categorie", "toegewezen_aan", "samengevoegd_in")
    found = near.filter(pk=pk).first()
    if found is None:
        raise Http404
    if not may(request.user, found.wijk_id, action):
        raise PermissionDenied
    return found


def note_look(user: Any, signaal: Signaal, what: str = "") -> None:
    """Write that somebody looked at a confidential signal (requirement V4); of others nothing."""
    if not signaal.is_vertrouwelijk:
        return
    what = what or _("Gelezen")
    since = timezone.now() - ONE_LOOK
    before = Raadpleging.objects.filter(signaal=signaal, door=user, wat=what, wanneer__gt=since)
    if not before.exists():
        Raadpleging.objects.create(signaal=signaal, door=user, wat=what)
