"""What is kept of who reports something, and for how long (rules R-11, R-12)."""

from __future__ import annotations

from datetime import datetime, timedelta
from typing import Any

from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from core.privacy import Person, Processing, register, register_harmless
from wijkteams.moderatie.models import Besluit, Herziening, Inhoudsmelding, Moderatiestap

CONTACT = timedelta(days=183)
"Half a year: so long they may ask that somebody else looks (article 20 of the DSA)."
TEXT = timedelta(days=731)


def export(person: Person) -> list[dict[str, Any]]:
    """What somebody reported with their address."""
    rows = Inhoudsmelding.objects.filter(email__iexact=person.email)
    return [
        {
            "nummer": row.nummer,
            "waarover": row.onderwerp,
            "reden": row.get_reden_display(),
            "waar": row.plek,
            "uitleg": row.uitleg,
            "naam": row.name,
            "e-mailadres": row.email,
            "gemeld op": row.gemeld_op.isoformat(),
        }
        for row in rows
    ]


def erase(person: Person) -> int:
    """Their name and address go, and their words; that something was reported stays."""
    rows = Inhoudsmelding.objects.filter(email__iexact=person.email)
    Herziening.objects.filter(melding__in=rows).update(waarom="")
    return rows.update(name="", email="", plek="", uitleg="")


def purge_contact(now: datetime) -> int:
    """Names and addresses of reports that were closed long enough ago."""
    rows = Inhoudsmelding.objects.filter(gesloten_op__lte=now - CONTACT)
    return rows.filter(~Q(email="") | ~Q(name="")).update(name="", email="")


def purge_texts(now: datetime) -> int:
    """All words; what stays counts in the yearly figures."""
    until = now - TEXT
    old = Inhoudsmelding.objects.filter(gesloten_op__lte=until).exclude(onderwerp="")
    done = old.update(uitleg="", plek="", onderwerp="", adres="")
    steps = Moderatiestap.objects.filter(wanneer__lte=until).exclude(tekst="")
    made = Besluit.objects.filter(genomen_op__lte=until).exclude(feiten="")
    asked = Herziening.objects.filter(herzien_op__lte=until).exclude(waarom="")
    done += steps.update(tekst="")
    done += made.update(feiten="", uitleg="", onderwerp="")
    return done + asked.update(waarom="", antwoord="")


def declare() -> None:
    """Called when the app is ready."""
    _declare_contact()
    _declare_texts()
    register_harmless("moderatie.Inhoudsmelding", "mening_gevraagd_door")
    for model in ("Besluit", "Herziening", "Moderatiestap"):
        register_harmless(f"moderatie.{model}", "door")


def _declare_contact() -> None:
    register(
        Processing(
            key="moderatie",
            title=_("Wie iets op de site meldt"),
            who=_("Lezers die op 'Meld deze inhoud' klikken"),
            data=(_("naam en e-mailadres, als u die invult"), _("wat u schrijft")),
            purpose=_("Naar uw melding kijken, en u laten weten wat wij besluiten."),
            ground=_("Wettelijke plicht: de Europese wet over digitale diensten (DSA)."),
            retention=_("Naam en e-mailadres tot een half jaar na ons besluit."),
            receivers=_("Alleen wie op de site meldingen behandelt. Wie het plaatste nooit."),
            keep=CONTACT,
            covers={"moderatie.Inhoudsmelding": ("name", "email", "code", "language")},
            export=export,
            erase=erase,
            purge=purge_contact,
        )
    )


def _declare_texts() -> None:
    register(
        Processing(
            key="moderatie-besluiten",
            title=_("Wat wij besluiten over meldingen"),
            who=_("Lezers die iets melden, en wie het plaatste"),
            data=(_("waar het over gaat"), _("wat wij besloten en waarom"), _("wat u ons schreef")),
            purpose=_("Kunnen laten zien waarom iets weg is, en er opnieuw naar kijken."),
            ground=_("Wettelijke plicht: de Europese wet over digitale diensten (DSA)."),
            retention=_("Twee jaar. Daarna blijven alleen getallen over."),
            keep=TEXT,
            covers={
                "moderatie.Inhoudsmelding": ("uitleg", "plek", "onderwerp", "adres"),
                "moderatie.Besluit": ("feiten", "uitleg", "onderwerp", "code"),
                "moderatie.Herziening": ("waarom", "antwoord"),
                "moderatie.Moderatiestap": ("tekst",),
            },
            purge=purge_texts,
        )
    )
