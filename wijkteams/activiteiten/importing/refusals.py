"""Why a calendar, or one activity in it, cannot be taken over: in words for a volunteer."""

from __future__ import annotations

from typing import Any

from django.utils.translation import gettext_lazy as _


class Unreadable(Exception):  # noqa: N818 - named for what it is, as all refusals here
    """The whole file cannot be used."""

    def __init__(self, message: str, code: str) -> None:
        super().__init__(message)
        self.code = code


class NotOurs(Exception):  # noqa: N818
    """This one activity cannot be taken over; the others can."""

    def __init__(self, message: str, code: str) -> None:
        super().__init__(message)
        self.code = code


# Not translated before one is chosen: a file may have thousands to refuse.
UNREADABLE = {
    "large": _("Dit bestand is te groot. Een kalender mag hoogstens 2 MB zijn."),
    "many": _("In deze kalender staat te veel. Vraag om een kalender van alleen dit jaar."),
    "none": _("Dit is geen kalender. Een kalender is een bestand dat eindigt op .ics."),
    "cut": _("Deze kalender is niet compleet: het einde ontbreekt. Haal hem nog een keer op."),
    "nested": _("Deze kalender zit vreemd in elkaar. We kunnen hem niet lezen."),
    "unexpected": _("Deze kalender kunnen we niet lezen."),
}
NOT_OURS = {
    "uid": _("Deze activiteit heeft geen vast kenmerk (UID)."),
    "title": _("Deze activiteit heeft geen titel."),
    "start": _("Er staat niet bij wanneer het begint."),
    "time": _("Het tijdstip '%(value)s' begrijpen we niet."),
    "year": _("De datum ligt te ver weg: '%(value)s'."),
    "zone": _("De tijdzone '%(zone)s' kennen we niet."),
    "order": _("Het einde ligt voor het begin."),
    "length": _("Dit duurt te lang."),
    "private": _("De organisatie noemt dit besloten."),
    "nested": _("Deze activiteit zit vreemd in elkaar."),
    "rules": _("Deze activiteit heeft meer dan één herhaling. Dat kunnen we niet overnemen."),
    "rule_zone": _("De herhaling staat in een andere tijdzone. Dat kunnen we niet overnemen."),
    "dates": _("Er staan te veel losse dagen bij."),
    "series": _("Er staan te veel herhalingen in deze kalender."),
    "future": _("'Deze en alle volgende' keren kunnen we niet overnemen."),
}


def unreadable(code: str) -> Unreadable:
    """The refusal of a file with this code."""
    return Unreadable(str(UNREADABLE[code]), code)


def not_ours(code: str, **words: Any) -> NotOurs:
    """The refusal of one activity with this code."""
    return NotOurs(str(NOT_OURS[code]) % words, code)
