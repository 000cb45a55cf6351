"""Whose lists somebody may see. Names of residents: only for the team of the ward."""

from __future__ import annotations

from collections.abc import Collection
from typing import TYPE_CHECKING, Any

from django.core.exceptions import PermissionDenied
from django.db.models import QuerySet
from django.http import Http404

from wijkteams.activiteiten.deelnemers.lijst import Lijst
from wijkteams.activiteiten.models import Aanmelding, Activiteit, Bericht, Keer
from wijkteams.membership import membership_of

if TYPE_CHECKING:
    from django.http import HttpRequest

    from accounts.models import User

VIEW, ADD, CHANGE = "aanmelding.view", "aanmelding.add", "aanmelding.change"
AFTER = "activiteit.change"
"To say how it was, one needs the right to change a time of an activity."
ANY = (VIEW, ADD, CHANGE, AFTER)


def may(user: Any, activiteit: Activiteit, *actions: str) -> bool:
    """Whether the table of roles lets this user do one of these with who comes to it."""
    return membership_of(user).may_for(activiteit.wijk_id, "rows", *actions)


def own_keren(user: Any) -> QuerySet[Keer]:
    """The times of the wards in which the user may see who comes."""
    membership = membership_of(user)
    wards = membership.wards_with("rows", VIEW)
    keren = Keer.objects.select_related("activiteit__wijk")
    if membership.is_superuser or None in wards:
        return keren
    return keren.filter(activiteit__wijk__in=[pk for pk in wards if pk is not None])


def the_list(
    request: HttpRequest,
    *actions: str,
    keer_id: int = 0,
    activiteit_id: int = 0,
) -> Lijst:
    """The list of an address, if the user may do one of these with it; else 404 or 403."""
    try:
        if keer_id:
            keer = Keer.objects.select_related("activiteit__wijk").get(pk=keer_id)
            found = Lijst(keer.activiteit, keer)
        else:
            found = Lijst(Activiteit.objects.select_related("wijk").get(pk=activiteit_id))
    except (Keer.DoesNotExist, Activiteit.DoesNotExist):
        raise Http404 from None
    if not may(request.user, found.activiteit, *actions):
        raise PermissionDenied
    return found


def the_sign_up(request: HttpRequest, pk: int, *actions: str) -> Aanmelding:
    """One sign-up, if the user may do one of these with it; else 404 or 403."""
    rows = Aanmelding.objects.select_related("activiteit__wijk", "keer__activiteit", "entered_by")
    found = rows.filter(pk=pk).first()
    if found is None:
        raise Http404
    if not may(request.user, found.activiteit, *actions):
        raise PermissionDenied
    return found


# --- what the guard asks --------------------------------------------------------------------------
def guard_keer(user: User, pks: Collection[int], words: Any) -> bool:
    """Whether each time is of a ward in which the user has anything to do with who comes."""
    return _all_own(user, Keer.objects.filter(pk__in=pks).values_list("activiteit__wijk_id"))


def guard_activiteit(user: User, pks: Collection[int], words: Any) -> bool:
    """The same, of activities."""
    return _all_own(user, Activiteit.objects.filter(pk__in=pks).values_list("wijk_id"))


def guard_aanmelding(user: User, pks: Collection[int], words: Any) -> bool:
    """The same, of sign-ups."""
    return _all_own(user, Aanmelding.objects.filter(pk__in=pks).values_list("activiteit__wijk_id"))


def guard_bericht(user: User, pks: Collection[int], words: Any) -> bool:
    """The same, of messages."""
    return _all_own(user, Bericht.objects.filter(pk__in=pks).values_list("activiteit__wijk_id"))


def _all_own(user: User, wards: Any) -> bool:
    membership = membership_of(user)
    return all(membership.may_for(wijk_id, "rows", *ANY) for (wijk_id,) in wards)
