"""Who may take the answers of a survey along, and when (requirements S7, S10)."""

from __future__ import annotations

from typing import TYPE_CHECKING

from enquetes.models import Enquete
from enquetes.uitslag.visibility import may_team_see
from wijkteams.row_access import may, the_row

if TYPE_CHECKING:
    from django.http import HttpRequest

    from accounts.models import User

EXPORT = "enquete.export"


def may_take(user: User | None, enquete: Enquete) -> bool:
    """Whether this user may have the file now; asked when ordering, making and downloading."""
    return user is not None and may(user, enquete.wijk_id, EXPORT) and may_team_see(enquete)


def the_survey(request: HttpRequest, pk: int) -> Enquete:
    """A survey of which the user may take the answers; else 404 or 403."""
    return the_row(request, Enquete.objects.select_related("wijk"), pk, EXPORT)
