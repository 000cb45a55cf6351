"""Who gets the newsletter: numbers of each list, and the people on them."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from functools import cached_property
from typing import Any

from django.core.paginator import Paginator
from django.db.models import QuerySet
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_GET

from core.exports import FORMATS
from core.mail.addresses import masked
from nieuws.abonnees.access import ADD, CONTACT, EXPORT, IMPORT, VIEW
from nieuws.abonnees.counting import numbers_of, total_of
from nieuws.abonnees.filters import STATES, choose, offered, rows_of
from nieuws.models import Abonnee, Abonnement
from wijkteams.membership import membership_of
from wijkteams.row_access import demand, may

PER_PAGE = 50


@dataclass(frozen=True)
class Line:
    """One place on a list, as this user may see it."""

    row: Abonnement
    shows_address: bool

    @property
    def address(self) -> str:
        """Whole only for who may see it (R-04)."""
        email = self.row.abonnee.email
        return email if self.shows_address else masked(email)

    @property
    def name(self) -> str:
        """What somebody told the ward; an address that stands there is an address."""
        name = self.row.name
        return masked(name) if "@" in name and not self.shows_address else name

    @property
    def state(self) -> str:
        """In words: of the place on the list, or of an address where mail does not arrive."""
        abonnee = self.row.abonnee
        if self.row.status == Abonnement.Status.ACTIEF and not self.arrives:
            return abonnee.get_stand_display()
        return self.row.get_status_display()

    @property
    def arrives(self) -> bool:
        """Whether mail reaches this address."""
        return self.row.abonnee.stand == Abonnee.Stand.ACTIEF


class Counted(Paginator[Any]):
    """Pages of a list of which the length is known already."""

    def __init__(self, rows: QuerySet[Any], number: int | None) -> None:
        super().__init__(rows, PER_PAGE)
        self.rows, self.number = rows, number

    @cached_property
    def count(self) -> int:
        return self.rows.count() if self.number is None else self.number


@require_GET
def index(request: HttpRequest) -> HttpResponse:
    """Numbers first; then the people, with a search by name."""
    demand(request, VIEW)
    chosen = choose(request.GET, request.user)
    numbers = numbers_of(chosen.counted)
    rows = rows_of(chosen, request.user).select_related("abonnee", "lijst")
    known = total_of(numbers).of(chosen.stand) if numbers and not chosen.asked else None
    page = Counted(rows.order_by("-created_at", "-pk"), known).get_page(request.GET.get("p"))
    context = {
        "chosen": chosen,
        "numbers": numbers,
        "total": total_of(numbers) if len(numbers) > 1 else None,
        "lists": offered(chosen),
        "states": STATES,
        "page": page,
        "lines": lines_of(page.object_list, request.user),
        "formats": FORMATS,
        "filter": [(name, request.GET.get(name, "")) for name in chosen.form.fields],
        **_rights(request.user),
        **frame(_("Abonnees")),
    }
    return render(request, "nieuws/abonnees/index.html", context)


def lines_of(rows: Iterable[Abonnement], user: Any) -> list[Line]:
    """These rows, with the addresses that this user may see."""
    return [Line(row, may(user, row.wijk_id, CONTACT)) for row in rows]


def _rights(user: Any) -> dict[str, bool]:
    may_somewhere = membership_of(user).may
    return {
        "may_add": may_somewhere("rows", ADD),
        "may_import": may_somewhere("rows", IMPORT),
        "may_export": may_somewhere("rows", EXPORT),
        "may_search_addresses": may_somewhere("rows", CONTACT),
    }


def frame(title: str, *, below: str = "", icon: str = "mail") -> dict[str, Any]:
    """The head of a screen of this room, with the way back to the overview."""
    crumbs = [
        {"url": reverse("wagtailadmin_home"), "label": _("Home")},
        {"url": reverse("abonnees:index") if below else "", "label": _("Abonnees")},
    ]
    if below:
        crumbs.append({"url": "", "label": below})
    return {"page_title": title, "header_icon": icon, "breadcrumbs_items": crumbs}
