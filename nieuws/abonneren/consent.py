"""Proof of what somebody agreed to: the words as they stood there, and each step (N12, PL4)."""

from __future__ import annotations

import hashlib
from collections.abc import Iterable

from django.utils import translation
from django.utils.translation import gettext as _

from accounts.models import User
from nieuws.models import Abonnement, Kanaal, Lijst, Toestemming, Toestemmingstekst

Soort = Toestemming.Soort


def consent_text(lijsten: Iterable[Lijst], language: str = "") -> str:
    """What somebody says yes to, in words; it stands above the button, and is kept as proof."""
    with translation.override(language or translation.get_language()):
        names = ", ".join(sorted(lijst.title for lijst in lijsten))
        return _("Ja, mail mij: %(names)s. Afmelden kan altijd, met de link in elke mail.") % {
            "names": names
        }


def keep_text(text: str, language: str) -> Toestemmingstekst:
    """The row of a text; the same words are kept once."""
    code = hashlib.sha256(f"{language}\n{text}".encode()).hexdigest()
    values = {"language": language, "text": text}
    return Toestemmingstekst.objects.get_or_create(code=code, defaults=values)[0]


def note(
    abonnementen: Iterable[Abonnement],
    soort: str,
    *,
    kanaal: str = Kanaal.WEB,
    tekst: Toestemmingstekst | None = None,
    toelichting: str = "",
    door: User | None = None,
) -> None:
    """Write down what happened, for each of these."""
    Toestemming.objects.bulk_create(
        Toestemming(
            abonnement=abonnement,
            soort=soort,
            kanaal=kanaal,
            tekst=tekst,
            toelichting=toelichting[:300],
            door=door,
        )
        for abonnement in abonnementen
    )
