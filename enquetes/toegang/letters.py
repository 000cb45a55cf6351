"""The mails around filling in. Short, first what counts (B1), and with one button.

Never with a name or any other text that a stranger typed in a form.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Any

from django.utils import formats, timezone, translation
from django.utils.translation import gettext as _

from core.mail.outbox import enqueue_mail
from core.models import StadInstellingen
from enquetes.models import Enquete, Panellid
from enquetes.toegang import links, words
from enquetes.toegang.faces import page_of
from enquetes.vragen.duur import minutes

EXPIRES = timedelta(days=3)
"Of a mail without a term of its own."


@dataclass(frozen=True)
class Letter:
    """What one mail says."""

    subject: str
    lines: tuple[str, ...]
    button: str = ""
    after: tuple[str, ...] = ()


def send(
    kind: str,
    enquete: Enquete,
    to: str,
    language: str,
    *,
    link: str = "",
    leave: str = "",
    expires: datetime | None = None,
) -> None:
    """Put the mail of this kind about a survey in the outbox of the caller's transaction."""
    with translation.override(language):
        page = page_of(enquete)
        facts = _facts(enquete, page.title if page else enquete.title)
        _put(_LETTERS[kind](facts), to, language, link, leave, expires)


def send_panel(kind: str, lid: Panellid, *, expires: datetime | None = None) -> None:
    """The mail to who joins a panel."""
    with translation.override(lid.language):
        panel = lid.wijk.name if lid.wijk else _("de hele stad")
        link = links.member_url(lid)
        _put(_LETTERS[kind]({"panel": panel}), lid.email, lid.language, link, "", expires)


def _put(
    letter: Letter, to: str, language: str, link: str, leave: str, expires: datetime | None
) -> None:
    context: dict[str, Any] = {
        "letter": letter,
        "link": link,
        "leave": leave,
        "stad": StadInstellingen.objects.filter(site__is_default_site=True).first(),
        "language": language,
    }
    when = expires or timezone.now() + EXPIRES
    enqueue_mail("enquete_toegang", to=to, context=context, expires=when)


def _facts(enquete: Enquete, title: str) -> dict[str, str]:
    versie = enquete.versie
    last = timezone.localtime(enquete.closes_at) if enquete.closes_at else None
    until = formats.date_format(last, "j F, G.i") if last else ""
    return {
        "title": title,
        "until": until,
        "minutes": str(minutes(versie.vragenlijst) if versie else 1),
        "known": words.anonimiteit_text(enquete),
        "who": enquete.wijk.name if enquete.wijk else _("de stad"),
    }


def _until(facts: dict[str, str]) -> tuple[str, ...]:
    return (_("U kunt invullen tot %(until)s uur.") % facts,) if facts["until"] else ()


def _link(facts: dict[str, str]) -> Letter:
    return Letter(
        _("Uw link naar de enquête: %(title)s") % facts,
        (_("U vroeg ons om een link naar deze enquête: %(title)s.") % facts, *_until(facts)),
        _("Begin met invullen"),
        (
            _("De link werkt 7 dagen, en één keer. Geef hem niet door: hij is van u."),
            facts["known"],
            _("Hebt u dit niet gevraagd? Dan hoeft u niets te doen."),
        ),
    )


def _already(facts: dict[str, str]) -> Letter:
    return Letter(
        _("U hebt deze enquête al ingevuld: %(title)s") % facts,
        (
            _("U vroeg ons om een link naar deze enquête: %(title)s.") % facts,
            _("Met dit e-mailadres is al een keer ingevuld. Dat kan één keer."),
            _("Hebt u dit niet gevraagd? Dan hoeft u niets te doen."),
        ),
    )


def _invite(facts: dict[str, str]) -> Letter:
    return Letter(
        _("Wilt u meedenken? %(title)s") % facts,
        (
            _("U zit in het bewonerspanel. Daarom vragen wij u wat u vindt: %(title)s.") % facts,
            _("Invullen duurt ongeveer %(minutes)s minuten.") % facts,
            *_until(facts),
        ),
        _("Begin met invullen"),
        (facts["known"], _("De link is van u alleen. U kunt één keer invullen.")),
    )


def _remind(facts: dict[str, str]) -> Letter:
    return Letter(
        _("U kunt nog meedenken: %(title)s") % facts,
        (
            _("Wij vroegen u eerder wat u vindt: %(title)s. U vulde nog niet in.") % facts,
            *_until(facts),
            _("Wij zien alleen dat u nog niet invulde. Dit is de enige herinnering."),
        ),
        _("Begin met invullen"),
        (facts["known"],),
    )


def _join(facts: dict[str, str]) -> Letter:
    return Letter(
        _("Bevestig dat u meedoet met het bewonerspanel"),
        (_("U wilt meedoen met het bewonerspanel van %(panel)s.") % facts,),
        _("Bekijk en bevestig"),
        (
            _("Kies daar de knop 'Ja, ik doe mee'. De link werkt 7 dagen."),
            _("Hebt u dit niet gevraagd? Dan hoeft u niets te doen."),
        ),
    )


def _member(facts: dict[str, str]) -> Letter:
    return Letter(
        _("U zit al in het bewonerspanel"),
        (_("U meldde zich nog een keer aan voor het panel van %(panel)s.") % facts,),
        _("Bekijk mijn aanmelding"),
        (
            _("Dat hoeft niet: u doet al mee."),
            _("Hebt u dit niet gevraagd? Dan hoeft u niets te doen."),
        ),
    )


_LETTERS: dict[str, Callable[[dict[str, str]], Letter]] = {
    "link": _link,
    "al": _already,
    "uitnodiging": _invite,
    "herinnering": _remind,
    "panel": _join,
    "panel_al": _member,
}
