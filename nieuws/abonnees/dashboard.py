"""What the dashboard of the CMS says of newsletters: buttons, and how it goes in the ward."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any, TypeAlias

from django.db.models import Count, Max, Q
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _
from wagtail.admin.ui.components import Component

from nieuws.abonnees.access import ADD, BOUNCES, VIEW
from nieuws.abonnees.counting import numbers_of
from nieuws.models import Abonnement, Editie, Lijst, Retour
from wijkteams.dashboard import DashboardAction, WardActions
from wijkteams.membership import membership_of
from wijkteams.models import Wijk

if TYPE_CHECKING:
    from accounts.models import User
    from wijkteams.models import WijkPage

MOST_WARDS = 4
"As many as the buttons above it are shown for."


def subscriber_actions(user: User, pages: list[WijkPage]) -> WardActions:
    """Somebody phones for the newsletter. Who gets it stands in the panel below the buttons."""
    may_for = membership_of(user).may_for
    for page in pages:
        if may_for(page.wijk_id, "rows", ADD):
            yield page.pk, _add_button()


def city_subscriber_actions(user: User) -> Iterable[DashboardAction]:
    """The same for who works for the city."""
    if membership_of(user).may_for(None, "rows", ADD):
        yield _add_button()


def _add_button() -> DashboardAction:
    return DashboardAction(_("Zet iemand op de nieuwsbrief"), reverse("abonnees:add"), "user", 34)


@dataclass
class HowItGoes:
    """The newsletter of one ward (or of the city) at a glance."""

    name: str
    wijk_id: int | None
    main: Lijst | None = None
    readers: int = 0
    new: int = 0
    bounces: int = 0
    last: Editie | None = None

    @property
    def url(self) -> str:
        """Who they are."""
        return f"{reverse('abonnees:index')}?lijst={self.main.pk}" if self.main else ""


class NewsletterPanel(Component):
    """The last edition, the subscribers of this month, and mail that came back."""

    name = "nieuwsbrief"
    template_name = "nieuws/abonnees/paneel.html"
    order = 25

    def get_context_data(self, parent_context: Any = None) -> dict[str, Any]:
        return {"wards": how_it_goes(parent_context["request"].user)}


Places: TypeAlias = "dict[int | None, HowItGoes]"
"""By ward; None is the city. Each question below is asked once for all of them, and answered from
an index, also for a hundred thousand subscribers."""


def how_it_goes(user: User) -> list[HowItGoes]:
    """Of the user's own wards; who works for the city sees the city's own newsletter."""
    membership = membership_of(user)
    wards = membership.wards_with("rows", VIEW)
    own = Wijk.objects.filter(pk__in=[pk for pk in wards if pk is not None]).order_by("name")
    places: Places = {}
    for wijk in own[:MOST_WARDS]:
        places[wijk.pk] = HowItGoes(wijk.name, wijk.pk)
    if membership.is_superuser or None in wards:
        places[None] = HowItGoes(_("De stad"), None)
    _read_lists(places)
    _read_new(places)
    _read_last(places)
    _read_bounces(
        {pk: one for pk, one in places.items() if membership.may_for(pk, "rows", BOUNCES)}
    )
    return list(places.values())


def _in(places: Places, field: str) -> Q:
    wards = Q(**{f"{field}__in": [pk for pk in places if pk is not None]})
    return wards | Q(**{f"{field}__isnull": True}) if None in places else wards


def _read_lists(places: Places) -> None:
    mains = list(Lijst.objects.filter(_in(places, "wijk"), thema=None))
    for main, numbers in zip(mains, numbers_of(mains), strict=True):
        one = places[main.wijk_id]
        one.main, one.readers = main, numbers.readers


def _read_new(places: Places) -> None:
    month = timezone.localtime().replace(day=1, hour=0, minute=0, second=0, microsecond=0)
    rows = Abonnement.objects.active().filter(_in(places, "wijk"), created_at__gte=month)
    counted = rows.order_by().values_list("wijk").annotate(number=Count("abonnee", distinct=True))
    for wijk_id, number in counted:
        places[wijk_id].new = number


def _read_last(places: Places) -> None:
    sent = Editie.objects.filter(_in(places, "wijk")).exclude(status=Editie.Status.GEANNULEERD)
    newest = sent.order_by().values("wijk").annotate(newest=Max("pk")).values("newest")
    for editie in Editie.objects.filter(pk__in=newest):
        places[editie.wijk_id].last = editie


def _read_bounces(places: Places) -> None:
    of_readers = "abonnee__abonnementen__wijk"
    rows = Retour.objects.filter(
        _in(places, of_readers), abonnee__abonnementen__isnull=False, handled_at=None
    )
    counted = rows.order_by().values_list(of_readers).annotate(number=Count("pk", distinct=True))
    for wijk_id, number in counted:
        if wijk_id in places:
            places[wijk_id].bounces = number
