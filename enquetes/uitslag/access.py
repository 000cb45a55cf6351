"""Who may see results in the CMS, make them known, and read what people wrote."""

from __future__ import annotations

from typing import TYPE_CHECKING

from django.core.exceptions import PermissionDenied

from enquetes.models import Enquete
from enquetes.uitslag.visibility import may_team_see
from wijkteams.row_access import the_row

if TYPE_CHECKING:
    from django.http import HttpRequest

SEE, PUBLISH, READ = "inzending.view", "enquete.change", "citaat.change"


def the_survey(request: HttpRequest, pk: int, action: str) -> Enquete:
    """A survey with which the user may do this; else 404 or 403."""
    return the_row(request, Enquete.objects.select_related("wijk"), pk, action)


def the_survey_to_see(request: HttpRequest, pk: int, action: str) -> Enquete:
    """The same, when the team may see what was answered; before a fair close 403."""
    enquete = the_survey(request, pk, action)
    if not may_team_see(enquete):
        raise PermissionDenied
    return enquete
