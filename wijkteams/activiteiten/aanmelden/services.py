"""The only door to who comes: each of these holds the activity, and counts while nobody else does.

What is asked twice is done once: `request_key` is that of the form that was sent. Mails are rows
in the same transaction, so that nobody is told of what did not happen.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from wijkteams.activiteiten.aanmelden import tell, waiting
from wijkteams.activiteiten.aanmelden.applicant import Applicant, Refused, SignedUp
from wijkteams.activiteiten.aanmelden.counting import came_by_team
from wijkteams.activiteiten.aanmelden.holding import Held, held, held_of
from wijkteams.activiteiten.aanmelden.rows import ACTIVE, key_of, new_row, place, there
from wijkteams.activiteiten.models import Aanmelding, Activiteit, ActiviteitPage, Keer

if TYPE_CHECKING:
    from accounts.models import User

__all__ = [
    "ACTIVE",
    "cancel",
    "change_size",
    "claim",
    "confirm",
    "enter",
    "promote",
    "sign_up",
]

Status = Aanmelding.Status
IS_OPEN = {"open", "plekken", "bijna_vol", "wachtlijst", "vol"}


def sign_up(
    *,
    activiteit: Activiteit,
    keer: Keer | None,
    who: Applicant,
    request_key: str,
    language: str,
    page: ActiviteitPage | None = None,
) -> SignedUp:
    """By a resident, on the site: a place until it is confirmed by mail, or the waiting list.

    `keer` None is the whole series. Raises Refused. Whoever is on the list already stays as they
    are, and gets a mail that says so; to the page it is the same. `page` is the one they read,
    when that is known: then it is not looked up while others wait.
    """
    key = key_of(activiteit, keer, request_key)
    with held(activiteit.pk, keer.pk if keer else None) as this:
        same, known = there(this, key, who.email)
        if same is not None:
            return SignedUp(same, same.status in Aanmelding.HOLDING, is_new=False)
        if who.places > this.activiteit.max_group or who.places < 1:
            raise Refused("te_groot")
        _let_lapse(this)
        has_place = _has_place_for(this, who.places, is_team=False)
        if known is not None:
            tell.tell_again(known)
            return SignedUp(known, has_place, is_new=False)
        found = new_row(this, who, key, language)
        found.bron = Aanmelding.Bron.WEB
        place(this, found, Status.ONBEVESTIGD if has_place else Status.WACHTLIJST)
        tell.tell(found, "bevestig" if has_place else "wachtlijst", page=page)
        return SignedUp(found, has_place, is_new=True)


def enter(
    *,
    activiteit: Activiteit,
    keer: Keer | None,
    who: Applicant,
    bron: str,
    entered_by: User | None,
    request_key: str,
    language: str = "nl",
) -> SignedUp:
    """By the team, for who phones, wrote on paper or stands at the door: may use reserved places.

    Needs no confirmation, is not bound to the term or the size of a group, and may be done until
    it is over; somebody with an address gets a mail. Without room it is the waiting list, or
    Refused. `bron` cannot be the site itself.
    """
    if bron == Aanmelding.Bron.WEB or bron not in Aanmelding.Bron.values:
        raise ValueError(bron)
    key = key_of(activiteit, keer, request_key)
    with held(activiteit.pk, keer.pk if keer else None) as this:
        same, known = there(this, key, who.email)
        known = same or known
        if known is not None:
            return SignedUp(known, known.status in Aanmelding.HOLDING, is_new=False)
        _let_lapse(this)
        has_place = _has_place_for(this, who.places, is_team=True)
        found = new_row(this, who, key, language)
        found.bron, found.entered_by = bron, entered_by
        place(this, found, Status.BEVESTIGD if has_place else Status.WACHTLIJST)
        tell.tell(found, "komt" if has_place else "wachtlijst")
        return SignedUp(found, has_place, is_new=True)


def confirm(pk: int) -> Aanmelding:
    """Whoever signed up has read their mail: the place is theirs. Twice is the same as once.

    What has lapsed stays so; look at the status of what it gives.
    """
    with held_of(pk) as (this, aanmelding):
        _let_lapse(this)
        aanmelding.refresh_from_db(fields=["status", "hold_until"])
        if aanmelding.status in {Status.ONBEVESTIGD, Status.AANGEBODEN}:
            aanmelding.status, aanmelding.hold_until = Status.BEVESTIGD, None
            aanmelding.save(update_fields=["status", "hold_until", "changed_at"])
            tell.tell(aanmelding, "komt")
        return aanmelding


def claim(pk: int) -> Aanmelding:
    """Take the place that was offered: the same as confirming."""
    return confirm(pk)


def cancel(pk: int, *, by_team: bool = False) -> Aanmelding:
    """Somebody does not come: the place goes to the first on the waiting list whose group fits."""
    with held_of(pk) as (this, aanmelding):
        if aanmelding.status in ACTIVE:
            aanmelding.status, aanmelding.hold_until = Status.AFGEMELD, None
            aanmelding.save(update_fields=["status", "hold_until", "changed_at"])
            tell.tell(aanmelding, "afgemeld_door_team" if by_team else "afgemeld")
            _make_room(this)
        return aanmelding


def change_size(pk: int, *, adults: int, children: int, by_team: bool = False) -> Aanmelding:
    """Come with more or fewer; more only as far as there is room. Raises Refused.

    On the waiting list it changes nothing of the order.
    """
    with held_of(pk) as (this, aanmelding):
        more = adults + children - aanmelding.places
        if adults + children < 1 or (not by_team and adults + children > _largest(aanmelding)):
            raise Refused("te_groot")
        if aanmelding.status not in ACTIVE:
            raise Refused("weg")
        if (adults, children) == (aanmelding.adults, aanmelding.children):
            return aanmelding
        if more > 0 and aanmelding.status in Aanmelding.HOLDING:
            is_team = by_team or came_by_team(aanmelding)
            if not this.fits(more, is_team=is_team):
                raise Refused("vol")
        aanmelding.adults, aanmelding.children = adults, children
        aanmelding.places = adults + children
        aanmelding.save(update_fields=["adults", "children", "places", "changed_at"])
        tell.tell(aanmelding, "aantal")
        _make_room(this)
        return aanmelding


def promote(activiteit: Activiteit, keer: Keer | None) -> list[Aanmelding]:
    """Let what is not confirmed in time lapse, and offer what is free; gives who got an offer."""
    with held(activiteit.pk, keer.pk if keer else None) as this:
        return _make_room(this)


def _make_room(this: Held) -> list[Aanmelding]:
    waiting.lapse(this)
    return waiting.promote(this)


def _let_lapse(this: Held) -> None:
    """Who waits goes before who comes now, also when the task of each minute is late.

    Nothing lapsed: then nobody who waits fits, for each change here ends with promoting.
    """
    if waiting.lapse(this):
        waiting.promote(this)


def _largest(aanmelding: Aanmelding) -> int:
    """As many as may come together, or as many as the team let them be already."""
    return max(aanmelding.activiteit.max_group, aanmelding.places)


def _has_place_for(this: Held, places: int, *, is_team: bool) -> bool:
    """Whether there is a place now; False: on the waiting list. Raises Refused."""
    state = this.room().state
    closed_for_team = state in {"inloop", "voorbij", "afgelast"}
    if closed_for_team or (not is_team and state not in IS_OPEN):
        raise Refused(state)
    if this.fits(places, is_team=is_team):
        return True
    if not this.activiteit.wachtlijst:
        raise Refused("vol")
    return False
