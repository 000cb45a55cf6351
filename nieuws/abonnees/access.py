"""Whose subscribers somebody may see; the addresses themselves only with a right of their own.

Two walls (R-04). Who has a role with 'abonnement.view' sees numbers, names, and addresses of which
the most is hidden. Only with 'abonnement.contact' does an address stand there whole, can one
search for it, and say afterwards whether it is known.
"""

from __future__ import annotations

from collections.abc import Collection
from typing import TYPE_CHECKING, Any

from django.db.models import QuerySet

from nieuws.models import Abonnement, Lijst, Retour
from wijkteams.models import Wijk
from wijkteams.row_access import may, the_row, within

if TYPE_CHECKING:
    from django.http import HttpRequest

    from accounts.models import User

VIEW, ADD, DELETE = "abonnement.view", "abonnement.add", "abonnement.delete"
CONTACT, IMPORT, EXPORT = "abonnement.contact", "abonnement.import", "abonnement.export"
BOUNCES = "retour.view"
SETTINGS = "nieuwsbriefinstellingen.change"


def is_of_city(user: Any, action: str) -> bool:
    """Whether the user may do this for the whole city."""
    return may(user, None, action)


def own_wards(user: Any, action: str) -> QuerySet[Wijk]:
    """The wards where the user may do this, by name."""
    return Wijk.objects.filter(within(user, action, "pk")).order_by("name", "pk")


def own_lists(user: Any, action: str = VIEW) -> QuerySet[Lijst]:
    """The lists of those wards; with the city's own for who works for the city."""
    rows = Lijst.objects.filter(within(user, action)).select_related("wijk")
    return rows.order_by("wijk__name", "thema_id", "title", "pk")


def own_subscriptions(user: Any, action: str = VIEW) -> QuerySet[Abonnement]:
    """Who is on those lists."""
    return Abonnement.objects.filter(within(user, action))


def the_subscription(request: HttpRequest, pk: int, action: str = VIEW) -> Abonnement:
    """One place on a list, if the user may do this with it; else 404 or 403."""
    rows = Abonnement.objects.select_related("abonnee", "lijst__wijk", "entered_by")
    return the_row(request, rows, pk, action)


def own_bounces(user: Any) -> QuerySet[Retour]:
    """Mail that came back from readers of the wards where the user may see that."""
    scope = within(user, BOUNCES, "wijk_id")
    if not scope:
        return Retour.objects.all()
    readers = Abonnement.objects.filter(scope).values("abonnee_id")
    return Retour.objects.filter(abonnee__in=readers)


# --- what the guard asks --------------------------------------------------------------------------
def guard_subscription(user: User, pks: Collection[int], words: Any) -> bool:
    """Whether each is a place on a list of a ward in which the user sees subscribers."""
    wards = Abonnement.objects.filter(pk__in=pks).values_list("wijk_id", flat=True)
    return all(may(user, wijk_id, VIEW) for wijk_id in wards)


def guard_import(user: User, pks: Collection[int], words: Any) -> bool:
    """Whether each is a list that was brought in for a ward where the user may do that."""
    from nieuws.models import Lijstimport

    wards = Lijstimport.objects.filter(pk__in=pks).values_list("wijk_id", flat=True)
    return all(may(user, wijk_id, IMPORT) for wijk_id in wards)


def guard_ward(user: User, pks: Collection[int], words: Any) -> bool:
    """Whether the user may change the settings of each of these wards (0: of the city)."""
    return all(may(user, pk or None, SETTINGS) for pk in pks)


def guard_bounce(user: User, pks: Collection[int], words: Any) -> bool:
    """Whether each came back from a reader of a ward of the user."""
    asked = Retour.objects.filter(pk__in=pks)
    return not asked.exclude(pk__in=own_bounces(user).values("pk")).exists()
