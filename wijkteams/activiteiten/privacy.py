"""What is kept about who comes to an activity."""

from __future__ import annotations

from datetime import datetime, timedelta
from typing import Any

from django.db.models import Exists, OuterRef, QuerySet
from django.utils.translation import gettext_lazy as _

from core.privacy import Person, Processing, register, register_harmless
from wijkteams.activiteiten.aanmelden.holding import held
from wijkteams.activiteiten.aanmelden.waiting import promote
from wijkteams.activiteiten.models import Aanmelding, Activiteit, Keer
from wijkteams.activiteiten.privacy_contacts import declare_contacts

Status = Aanmelding.Status
LONGEST = timedelta(days=30)
"The longest that a list may be kept after the activity (requirement A13)."


def _mine(person: Person) -> QuerySet[Aanmelding]:
    return Aanmelding.objects.filter(email__iexact=person.email)


def _export(person: Person) -> list[dict[str, Any]]:
    return [
        {
            "activiteit": str(row.keer or row.activiteit),
            "naam": row.name,
            "e-mailadres": row.email,
            "telefoon": row.phone,
            "stand": row.get_status_display(),
            "volwassenen": row.adults,
            "kinderen": row.children,
            "leeftijd van de kinderen": row.age_group,
            "antwoorden": row.answers,
            "hoe": row.get_bron_display(),
            "aangemeld op": row.created_at.isoformat(),
            "was er": row.came,
        }
        for row in _mine(person).select_related("keer__activiteit", "activiteit")
    ]


def _erase(person: Person) -> int:
    """Their places go to who waits."""
    rows = _mine(person).order_by().values_list("activiteit_id", "keer_id").distinct()
    count = 0
    for activiteit_id, keer_id in sorted(set(rows), key=str):
        with held(activiteit_id, keer_id) as this:
            count += _mine(person).filter(activiteit=activiteit_id, keer=keer_id).delete()[0]
            promote(this)
    return count


def purge_sign_ups(now: datetime) -> int:
    """What was over long enough ago, as each activity says; and at most LONGEST after somebody
    left. Nobody is on a list any more who did not come."""
    rows, left = Aanmelding.objects.all(), (Status.AFGEMELD, Status.VERLOPEN)
    count: int = rows.filter(status__in=left, changed_at__lte=now - LONGEST).delete()[0]
    for days in set(Activiteit.objects.order_by().values_list("keep_days", flat=True).distinct()):
        before = now - min(timedelta(days=days), LONGEST)
        of_these = rows.filter(activiteit__keep_days=days)
        count += of_these.filter(keer__ends_at__lte=before).delete()[0]
        # A series without an end goes on and on; then leaving it is what counts.
        series = of_these.filter(keer=None, created_at__lte=before)
        going_on = Keer.objects.filter(activiteit=OuterRef("activiteit"), ends_at__gt=before)
        count += series.exclude(Exists(going_on)).delete()[0]
    return count


def declare() -> None:
    """Called when the app is ready."""
    declare_contacts()
    register(
        Processing(
            key="aanmeldingen",
            title=_("Wie zich aanmeldde voor een activiteit"),
            who=_("Bewoners die zich aanmelden"),
            data=(
                _("naam"),
                _("e-mailadres"),
                _("telefoonnummer"),
                _("met hoeveel mensen u komt, en hoe oud de kinderen zijn"),
                _("antwoorden op vragen van het wijkteam"),
            ),
            purpose=_("Weten wie er komt, en u iets laten weten als er iets verandert."),
            ground=_("Overeenkomst: u vraagt ons om een plek."),
            retention=_("Tot 30 dagen na de activiteit, of korter als het wijkteam dat koos."),
            covers={
                "activiteiten.Aanmelding": (
                    "name",
                    "email",
                    "phone",
                    "answers",
                    "age_group",
                    "entered_by",
                ),
            },
            keep=LONGEST,
            export=_export,
            erase=_erase,
            purge=purge_sign_ups,
        )
    )
    for model in ("Locatie", "Vakantie"):
        register_harmless(f"activiteiten.{model}", "name")
    register_harmless("activiteiten.Locatie", "street")
    # A volunteer's own account says who made a sheet; with the account it is gone.
    register_harmless("activiteiten.Drukwerk", "made_by", "title")
    # Of a library or a club; what its calendar says of people is not taken over.
    register_harmless("activiteiten.Bron", "name", "address")
