"""What the dashboard of the CMS says of signals: what waits, what is late, what must be checked."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from django.db.models import Count, Exists, OuterRef, Q
from django.urls import reverse
from django.utils.translation import gettext as _
from wagtail.admin.ui.components import Component

from wijkteams.membership import membership_of
from wijkteams.signalen.models import Doorzending, Openbaarheid, Opvolging, Signaal, Staat
from wijkteams.signalen.werk.access import ADD, VIEW
from wijkteams.signalen.werk.lateness import late

if TYPE_CHECKING:
    from accounts.models import User


@dataclass(frozen=True)
class Waiting:
    """So many signals that ask for something, and the queue that shows them."""

    number: int
    words: str
    url: str


class SignalsPanel(Component):
    """Only for who works with signals; nothing when nothing waits."""

    name = "signalen"
    template_name = "signalen/beheer/paneel.html"
    order = 21

    def get_context_data(self, parent_context: Any = None) -> dict[str, Any]:
        user = parent_context["request"].user
        membership = membership_of(user)
        if not membership.may("rows", VIEW):
            return {"shown": False}
        lines = [one for one in waiting(user) if one.number]
        return {"shown": True, "lines": lines, "may_add": membership.may("rows", ADD)}


def waiting(user: User) -> list[Waiting]:
    """Of the user's own wards, in one question; confidential ones for who may see those."""
    of_it = {"signaal": OuterRef("pk")}
    asked = {
        "staat=nieuw": (_("Nieuw: nog niet bekeken"), Q(staat=Staat.NIEUW)),
        "let_op=laat": (_("Wacht te lang"), late()),
        "let_op=blik": (_("Wacht op een blik voor de site"), Q(openbaarheid=Openbaarheid.WACHT)),
        "let_op=antwoord": (
            _("Antwoord van een partner om na te kijken"),
            Exists(Doorzending.objects.filter(stand=Doorzending.Stand.BEANTWOORD, **of_it)),
        ),
        "let_op=tweede": (
            _("Wacht op een tweede paar ogen"),
            Exists(Opvolging.objects.filter(wacht_op_tweede=True, **of_it)),
        ),
        "let_op=mijn": (_("Pak jij op"), Q(toegewezen_aan=user.pk)),
    }
    rows = Signaal.objects.visible_to(user).open().filter(samengevoegd_in=None).order_by()
    counts = rows.aggregate(
        **{f"n{n}": Count("pk", filter=Q(what)) for n, (_w, what) in enumerate(asked.values())}
    )
    queue = reverse("signalen:index")
    return [
        Waiting(counts[f"n{n}"], words, f"{queue}?{asks}")
        for n, (asks, (words, _what)) in enumerate(asked.items())
    ]
