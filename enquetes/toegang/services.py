"""What the rooms of surveys ask about who fills in."""

from __future__ import annotations

from datetime import timedelta

from django.conf import settings
from django.http import HttpRequest, HttpResponse
from django.utils import timezone

from enquetes.models import Deelname, Enquete, Toegang
from enquetes.toegang.keyed import is_signed, signature

BY_RIGHT = frozenset({Toegang.HUISCODE, Toegang.MAIL, Toegang.PANEL})
"Modes in which each answer uses up a `Deelname`."
AFTER_CLOSING = timedelta(days=365)
WITHOUT_END = timedelta(days=365)
MARK = "ingevuld"


class AlGebruikt(Exception):  # noqa: N818 - a word of the house
    """This right was used before, or is not there: the answer does not count."""


def claim(enquete: Enquete, deelname_pk: int | None) -> Deelname | None:
    """Use up a right to answer, within the transaction that sends the answer; once only.

    Of two senders one waits for the other. Gives the right, for its `buurt`; None when this
    survey asks for none. Raises AlGebruikt.
    """
    if enquete.toegang not in BY_RIGHT:
        return None
    if deelname_pk is None:
        raise AlGebruikt
    rows = Deelname.objects.filter(enquete=enquete, pk=deelname_pk, soort=enquete.toegang)
    # One statement: the row is held from here on, and the second sender finds it used.
    if not rows.filter(used=False).update(used=True):
        raise AlGebruikt
    return rows.select_related("buurt").get()


def remember(response: HttpResponse, enquete: Enquete) -> None:
    """Leave a mark in this browser that somebody filled it in.

    It is the same in every browser, so it tells nothing but that. It shows the results to who
    answered, and keeps a browser from answering twice where that is the rule.
    """
    last = (enquete.closes_at + AFTER_CLOSING) if enquete.closes_at else None
    until = last or timezone.now() + WITHOUT_END
    response.set_cookie(
        _name(enquete),
        signature(MARK, enquete.code),
        expires=until,
        httponly=True,
        secure=settings.SESSION_COOKIE_SECURE,
        samesite="Lax",
    )


def has_answered(request: HttpRequest, enquete: Enquete) -> bool:
    """Whether somebody filled it in with this browser."""
    mark = request.COOKIES.get(_name(enquete), "")
    return bool(mark) and is_signed(MARK, enquete.code, mark)


def _name(enquete: Enquete) -> str:
    return f"enquete-{enquete.code}"
