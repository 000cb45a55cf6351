"""The words of each mail to who comes. Short, and first what counts (B1)."""

from __future__ import annotations

from dataclasses import dataclass

from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from wijkteams.activiteiten.aanmelden.face import Face, moment_in_words
from wijkteams.activiteiten.models import Aanmelding


@dataclass(frozen=True)
class Letter:
    """What one mail says, besides the facts of the activity."""

    subject: str
    lines: tuple[str, ...]
    button: str = ""
    "Of the link to the page of the sign-up; empty: the link stands at the end, for cancelling."


def people(aanmelding: Aanmelding) -> str:
    """With how many they come, in words."""
    adults = ngettext("%(n)s volwassene", "%(n)s volwassenen", aanmelding.adults)
    children = ngettext("%(n)s kind", "%(n)s kinderen", aanmelding.children)
    said = [adults % {"n": aanmelding.adults}] if aanmelding.adults else []
    said += [children % {"n": aanmelding.children}] if aanmelding.children else []
    return _(" en ").join(said)


def letter(kind: str, aanmelding: Aanmelding, face: Face, facts: dict[str, str]) -> Letter:
    """The letter of this kind; `facts` is what only this one knows, such as the old time."""
    until = moment_in_words(aanmelding.hold_until) if aanmelding.hold_until else ""
    said = {"title": face.title, "until": until, "people": people(aanmelding), **facts}
    subject, lines, button = _LETTERS[kind]()
    return Letter(
        subject % said, tuple(text for line in lines if (text := line % said)), button % said
    )


Parts = tuple[str, tuple[str, ...], str]


def _confirm() -> Parts:
    return (
        _("Bevestig uw aanmelding: %(title)s"),
        (
            _("U heeft zich aangemeld voor %(title)s, met %(people)s."),
            _("Klik op de knop om te bevestigen. Wij houden uw plek vrij tot %(until)s."),
            _("Was u dit niet? Dan hoeft u niets te doen."),
        ),
        _("Ik kom: bevestig"),
    )


def _coming() -> Parts:
    return (
        _("U komt naar %(title)s"),
        (_("Fijn dat u komt! Uw aanmelding staat vast, met %(people)s."),),
        "",
    )


def _waiting() -> Parts:
    return (
        _("U staat op de wachtlijst: %(title)s"),
        (
            _("Er is nu geen plek voor %(people)s. Daarom staat u op de wachtlijst."),
            _("Komt er een plek vrij? Dan krijgt u een mail. U hoeft nu niets te doen."),
            _("Heeft u zich niet aangemeld? Dan kunt u deze mail weggooien."),
        ),
        "",
    )


def _offer() -> Parts:
    return (
        _("Er is een plek voor u: %(title)s"),
        (
            _("Er is plek vrijgekomen voor %(people)s."),
            _("Wilt u die hebben? Klik dan op de knop. Wij houden de plek vrij tot %(until)s."),
            _("Doet u niets? Dan gaat de plek daarna naar de volgende op de lijst."),
        ),
        _("Ik neem de plek"),
    )


def _lapsed() -> Parts:
    return (
        _("Uw plek is vervallen: %(title)s"),
        (
            _("U heeft niet op tijd bevestigd dat u komt. Uw plek is nu voor iemand anders."),
            _("Wilt u toch komen? Meld u dan opnieuw aan op de pagina van de activiteit."),
        ),
        "",
    )


def _cancelled_self() -> Parts:
    return (
        _("U bent afgemeld: %(title)s"),
        (_("U bent afgemeld. Dank dat u het liet weten: uw plek is nu voor iemand anders."),),
        "",
    )


def _cancelled_by_team() -> Parts:
    return (
        _("U bent afgemeld: %(title)s"),
        (
            _("Het wijkteam heeft u afgemeld voor %(title)s."),
            _("Klopt dat niet? Bel of mail het wijkteam."),
        ),
        "",
    )


def _size() -> Parts:
    return (
        _("Uw aanmelding is veranderd: %(title)s"),
        (_("U heeft het aantal veranderd. Wij rekenen nu op %(people)s."),),
        "",
    )


def _again() -> Parts:
    return (
        _("U stond al op de lijst: %(title)s"),
        (
            _("U meldde zich nog een keer aan. Dat hoeft niet: u staat al op de lijst."),
            _("%(status)s, met %(people)s. Wilt u iets veranderen? Klik op de knop."),
        ),
        _("Bekijk uw aanmelding"),
    )


def _moved() -> Parts:
    return (
        _("Andere tijd: %(title)s"),
        (
            _("De activiteit is verplaatst."),
            "%(old_line)s",
            _("De nieuwe tijd is: %(new)s. U hoeft niets te doen als u dan ook kunt."),
            _("Kunt u dan niet? Meld u dan af met de knop, dan kan iemand anders komen."),
        ),
        _("Bekijk of meld u af"),
    )


def _off() -> Parts:
    return (
        _("Gaat niet door: %(title)s"),
        (_("%(title)s gaat niet door."), "%(reason)s", _("U hoeft zich niet af te melden.")),
        "",
    )


def _on_again() -> Parts:
    return (
        _("Gaat toch door: %(title)s"),
        (
            _("Eerder schreven wij dat dit niet doorging. Het gaat toch door."),
            _("%(status)s, met %(people)s. Kunt u niet meer? Meld u dan af."),
        ),
        _("Bekijk of meld u af"),
    )


def _reminder() -> Parts:
    return (
        _("Tot binnenkort: %(title)s"),
        (
            _("U komt naar %(title)s, met %(people)s. Dit is een herinnering."),
            _("Kunt u toch niet? Meld u dan af, dan kan iemand anders komen."),
        ),
        "",
    )


_LETTERS = {
    "bevestig": _confirm,
    "komt": _coming,
    "wachtlijst": _waiting,
    "plek": _offer,
    "verlopen": _lapsed,
    "afgemeld": _cancelled_self,
    "afgemeld_door_team": _cancelled_by_team,
    "aantal": _size,
    "al": _again,
    "verplaatst": _moved,
    "afgelast": _off,
    "gaat_door": _on_again,
    "herinnering": _reminder,
}
