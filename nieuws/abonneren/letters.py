"""The mails around a subscription. Short, first what counts (B1), and with one button.

Never with a name or any other text that somebody typed: the form may have been sent by a stranger,
who would have us deliver their words.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Any

from django.utils import timezone, translation
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from core.mail.outbox import enqueue_mail
from core.models import StadInstellingen
from nieuws.abonneren import links
from nieuws.abonneren.rows import TO_CONFIRM, Places
from nieuws.models import Abonnee, Abonnement, Kanaal

EXPIRES = timedelta(days=3)
"Of a mail without a term of its own."


@dataclass(frozen=True)
class Letter:
    """What one mail says."""

    subject: str
    lines: tuple[str, ...]
    button: str
    after: tuple[str, ...] = ()


def asked(abonnee: Abonnee, found: Places, kanaal: str) -> str:
    """The mail after a request: confirm it, or hear that all is well; gives its kind."""
    if not found.pending:
        send("al", abonnee, found.all, links.manage_url)
        return "al"
    kind = "uitgenodigd" if kanaal == Kanaal.IMPORT else "bevestig"
    aanvraag = found.pending[0].aanvraag
    together = [row for row in found.pending if row.aanvraag == aanvraag]
    until = timezone.now() + TO_CONFIRM
    send(
        kind,
        abonnee,
        together,
        lambda whose, language: links.confirm_url(aanvraag, language),
        expires=until,
    )
    return kind


def send(
    kind: str,
    abonnee: Abonnee,
    rows: Iterable[Abonnement],
    link: Callable[[Abonnee, str], str],
    *,
    expires: datetime | None = None,
) -> None:
    """Put the mail of this kind in the outbox of the caller's transaction."""
    language = abonnee.language
    with translation.override(language):
        titles = sorted(row.lijst.title for row in rows)
        context: dict[str, Any] = {
            "letter": _LETTERS[kind](titles),
            "titles": titles,
            "link": link(abonnee, language),
            "stad": StadInstellingen.objects.filter(site__is_default_site=True).first(),
            "language": language,
        }
        when = expires or timezone.now() + EXPIRES
        enqueue_mail("nieuwsbrief_abonnement", to=abonnee.email, context=context, expires=when)


def _named(one: str, titles: list[str], more: str) -> str:
    """A subject that names the list if there is but one, as readers look for its name."""
    return one % {"title": titles[0]} if len(titles) == 1 else more


def _confirm(titles: list[str]) -> Letter:
    return Letter(
        _named(_("Bevestig uw aanmelding: %(title)s"), titles, _("Bevestig uw nieuwsbrieven")),
        (
            _("U vroeg ons om deze nieuwsbrief:")
            if len(titles) == 1
            else _("U vroeg ons om deze nieuwsbrieven:"),
        ),
        _("Bekijk en bevestig"),
        (
            _("Kies daar de knop 'Ja, mail mij'. Pas dan begint het. De link werkt 7 dagen."),
            _("Hebt u dit niet gevraagd? Dan hoeft u niets te doen. U krijgt dan niets."),
        ),
    )


def _invite(titles: list[str]) -> Letter:
    return Letter(
        _named(_("Wilt u %(title)s in uw mail?"), titles, _("Wilt u deze nieuwsbrieven?")),
        (
            _(
                "Uw e-mailadres staat op een lijst van het wijkteam. Wij mailen u alleen als u "
                "dat zelf wilt. Daarom vragen wij u eerst: wilt u dit krijgen?"
            ),
        ),
        _("Bekijk en bevestig"),
        (
            _("Kies daar de knop 'Ja, mail mij'. Pas dan begint het. De link werkt 7 dagen."),
            _("Wilt u het niet? Dan hoeft u niets te doen. Na 7 dagen gooien wij uw adres weg."),
        ),
    )


def _already(titles: list[str]) -> Letter:
    return Letter(
        _named(_("U krijgt al: %(title)s"), titles, _("U krijgt deze nieuwsbrieven al")),
        (_("U meldde zich nog een keer aan. Dat hoeft niet. U krijgt al:"),),
        _("Bekijk mijn nieuwsbrieven"),
        (
            _("Komt er niets aan? Kijk dan bij ongewenste mail."),
            _("Hebt u zich niet aangemeld? Dan kunt u deze mail weggooien."),
        ),
    )


def _link(titles: list[str]) -> Letter:
    return Letter(
        _("De link naar uw nieuwsbrieven"),
        (_("U vroeg om deze link. U ziet daar wat u krijgt, en u kunt zich er afmelden."),),
        _("Bekijk mijn nieuwsbrieven"),
        (_("Hebt u dit niet gevraagd? Dan kunt u deze mail weggooien."),),
    )


def _renew(titles: list[str]) -> Letter:
    return Letter(
        _named(_("Wilt u %(title)s blijven krijgen?"), titles, _("Wilt u onze mail houden?")),
        (_("Twee jaar geleden vroeg u ons om deze mail. Wilt u die houden?"),),
        ngettext("Ja, ik wil hem houden", "Ja, ik wil ze houden", len(titles)),
        (_("Doet u niets? Dan stopt het over 30 dagen vanzelf. Wij gooien uw adres dan weg."),),
    )


_LETTERS: dict[str, Callable[[list[str]], Letter]] = {
    "bevestig": _confirm,
    "uitgenodigd": _invite,
    "al": _already,
    "link": _link,
    "verlengen": _renew,
}
