"""What is kept about who gets a newsletter."""

from __future__ import annotations

from typing import Any

from django.utils.translation import gettext_lazy as _

from core.mail.addresses import key_of
from core.privacy import Person, Processing, register, register_harmless
from nieuws.abonneren.brakes import keys_of
from nieuws.abonneren.clock import CONSENT_LASTS, purge
from nieuws.models import Abonnee, Abonnement, Rem


def _abonnee(person: Person) -> Abonnee | None:
    return Abonnee.objects.filter(email_key=key_of(person.email)).first()


def _export(person: Person) -> list[dict[str, Any]]:
    abonnee = _abonnee(person)
    rows = [{"rem": str(rem)} for rem in Rem.objects.filter(key__in=keys_of(person.email))]
    if abonnee is None:
        return rows
    about = {
        "e-mailadres": abonnee.email,
        "taal": abonnee.language,
        "stand": abonnee.get_stand_display(),
        "mail kwam terug": [
            {"wanneer": row.moment.isoformat(), "wat": str(row), "reden": row.reden}
            for row in abonnee.retouren.all()
        ],
    }
    found = abonnee.abonnementen.select_related("lijst")
    return [about, *(_as_dict(row) for row in found), *rows]


def _as_dict(row: Abonnement) -> dict[str, Any]:
    return {
        "nieuwsbrief": row.lijst.title,
        "naam": row.name,
        "stand": row.get_status_display(),
        "hoe": row.get_bron_display(),
        "sinds": row.confirmed_at.isoformat() if row.confirmed_at else "",
        "wat er gebeurde": [
            {
                "wanneer": event.moment.isoformat(),
                "wat": event.get_soort_display(),
                "hoe": event.get_kanaal_display(),
                "tekst": event.tekst.text if event.tekst else "",
                "toelichting": event.toelichting,
            }
            for event in row.toestemmingen.select_related("tekst")
        ],
    }


def _erase(person: Person) -> int:
    """That they never want mail again stays, as a code of which nobody makes an address."""
    keys = keys_of(person.email)
    count = Rem.objects.filter(key__in=keys, soort=Rem.Soort.TELLER).delete()[0]
    return count + Abonnee.objects.filter(email_key=key_of(person.email)).delete()[0]


def declare() -> None:
    """Called when the app is ready."""
    register(
        Processing(
            key="nieuwsbrief",
            title=_("Wie een nieuwsbrief krijgt"),
            who=_("Bewoners die om een nieuwsbrief vragen"),
            data=(
                _("e-mailadres"),
                _("uw naam, als u die invulde"),
                _("welke nieuwsbrief u krijgt, en in welke taal u zich aanmeldde"),
                _("wanneer en hoe u toestemming gaf, met de tekst die er toen stond"),
                _("welke nieuwsbrief wij u stuurden, en of die terugkwam"),
                _("als u nooit meer mail wilt: een code waaruit uw adres niet te lezen is"),
            ),
            purpose=_("U de nieuwsbrief sturen, en kunnen laten zien dat u erom vroeg."),
            ground=_("Toestemming. U kunt die altijd intrekken, met de link in elke mail."),
            retention=_(
                "Tot 30 dagen na het afmelden; niet bevestigd 7 dagen. Na 2 jaar vragen wij of u "
                "de mail nog wilt. Wat wij aan wie stuurden 90 dagen. Wij houden niet bij wat u "
                "leest of waar u op klikt."
            ),
            receivers=_(
                "Wie in uw wijk voor de nieuwsbrief zorgt, en (alleen uw adres) de dienst die "
                "onze mail bezorgt."
            ),
            keep=CONSENT_LASTS,
            covers={
                "nieuws.Abonnee": ("email", "email_key"),
                "nieuws.Abonnement": ("name", "entered_by"),
                "nieuws.Toestemming": ("toelichting", "door"),
                "nieuws.Zending": ("abonnee", "abonnement", "answer"),
                "nieuws.Retour": ("abonnee", "reden"),
                "nieuws.Rem": ("key",),
            },
            export=_export,
            erase=_erase,
            purge=purge,
        )
    )
    # A volunteer's own account says what they sent; with the account the link goes.
    register_harmless("nieuws.Editie", "made_by")
