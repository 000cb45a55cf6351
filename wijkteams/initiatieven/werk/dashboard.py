"""What the dashboard of the CMS says of initiatives: ideas that wait, and what is to be read."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from django.db.models import Count, Q
from django.urls import reverse
from django.utils.translation import gettext as _
from wagtail.admin.ui.components import Component

from wijkteams.initiatieven.models import Aanvraagstaat, Initiatief, InitiatiefAanvraag
from wijkteams.initiatieven.werk.access import ADD, IDEAS, VIEW
from wijkteams.initiatieven.werk.listing import silent, waits
from wijkteams.initiatieven.werk.term import OPEN, late
from wijkteams.membership import membership_of

if TYPE_CHECKING:
    from accounts.models import User


@dataclass(frozen=True)
class Waiting:
    """So many that ask for something, and the list that shows them."""

    number: int
    words: str
    url: str
    is_late: bool = False


class InitiativesPanel(Component):
    """Only for who works with initiatives; nothing when nothing waits."""

    name = "initiatieven"
    template_name = "initiatieven/werk/paneel.html"
    order = 22

    def get_context_data(self, parent_context: Any = None) -> dict[str, Any]:
        user = parent_context["request"].user
        membership = membership_of(user)
        if not membership.may("rows", VIEW):
            return {"shown": False}
        lines = [one for one in waiting(user) if one.number]
        return {"shown": True, "lines": lines, "may_add": membership.may("rows", ADD)}


def waiting(user: User) -> list[Waiting]:
    """Of the user's own wards, in two questions."""
    found = _initiatives(user)
    return _ideas(user) + found if membership_of(user).may("rows", IDEAS) else found


def _ideas(user: User) -> list[Waiting]:
    asked = {
        "let_op=laat": (_("Ideeën: antwoord te laat"), late()),
        "staat=nieuw": (_("Ideeën die wachten op antwoord"), Q(staat=Aanvraagstaat.NIEUW)),
        "staat=in_gesprek": (_("Ideeën in gesprek"), Q(staat=Aanvraagstaat.IN_GESPREK)),
        "let_op=mijn": (_("Ideeën die jij oppakt"), Q(toegewezen_aan=user.pk)),
    }
    rows = InitiatiefAanvraag.objects.visible_to(user).filter(staat__in=OPEN).order_by()
    return _counted(rows, asked, reverse("initiatieven:ideeen"))


def _initiatives(user: User) -> list[Waiting]:
    asked = {
        "let_op=nakijken": (_("Berichten en wijzigingen om na te kijken"), waits()),
        "let_op=stil": (_("Initiatieven: al lang stil"), silent()),
    }
    rows = Initiatief.objects.visible_to(user).lopend().order_by()
    return _counted(rows, asked, reverse("initiatieven:index"))


def _counted(rows: Any, asked: dict[str, tuple[str, Q]], url: str) -> list[Waiting]:
    counts = rows.aggregate(
        **{f"n{n}": Count("pk", filter=what) for n, (_w, what) in enumerate(asked.values())}
    )
    return [
        Waiting(counts[f"n{n}"], words, f"{url}?{asks}", is_late=asks == "let_op=laat")
        for n, (asks, (words, _what)) in enumerate(asked.items())
    ]
