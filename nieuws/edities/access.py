"""Who may look at sendings, and who may send. Sending asks for the right to publish too (N7)."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from django.core.exceptions import PermissionDenied
from django.db.models import F, QuerySet
from django.http import Http404

from core.mail.addresses import masked
from nieuws.models import Editie, Lijst, NieuwsbriefPage
from wijkteams.row_access import demand, may, the_row, within

if TYPE_CHECKING:
    from django.http import HttpRequest

VIEW, SEND, CONTACT = "editie.view", "editie.send", "abonnement.contact"


def may_send(user: Any, page: NieuwsbriefPage) -> bool:
    """Sending is publishing, in people's mailboxes: both rights are needed."""
    return may(user, page.wijk_id, SEND) and bool(page.permissions_for_user(user).can_publish())


def own_editions(request: HttpRequest) -> QuerySet[Editie]:
    """The sendings of the wards where the user may see them; for who may nowhere, no screen."""
    demand(request, VIEW)
    return Editie.objects.filter(within(request.user, VIEW))


def the_edition(request: HttpRequest, pk: int, action: str = VIEW) -> Editie:
    """One sending, if the user may do this with it; else 404 or 403."""
    return the_row(request, Editie.objects.select_related("wijk", "page", "made_by"), pk, action)


def the_page(request: HttpRequest, page_id: int) -> NieuwsbriefPage:
    """The newsletter as it was saved last, if the user may send it; else 404 or 403."""
    pages = NieuwsbriefPage.objects.select_related("wijk", "locale", "latest_revision")
    page = pages.filter(pk=page_id).first()
    if page is None:
        raise Http404
    if not may_send(request.user, page):
        raise PermissionDenied
    newest: NieuwsbriefPage = page.get_latest_revision_as_object()
    return newest


def lists_for(page: NieuwsbriefPage) -> QuerySet[Lijst]:
    """The lists to which this newsletter may go: of its own ward, or of the city. The list about
    everything comes first."""
    rows = Lijst.objects.filter(wijk=page.wijk)
    return rows.order_by(F("thema").asc(nulls_first=True), "title", "pk")


def shown_address(user: Any, wijk_id: int | None, email: str) -> str:
    """An address, hidden for the most part from who may not see it whole (R-04)."""
    return email if may(user, wijk_id, CONTACT) else masked(email)
