"""What readers reported in a ward, what was decided and who asked again: all of it marked."""

from __future__ import annotations

from typing import TYPE_CHECKING

from django.utils import timezone

from wijkteams.moderatie.models import (
    Besluit,
    Herziening,
    Inhoudsmelding,
    Moderatiestap,
    Wat,
)

if TYPE_CHECKING:
    from tests.walker.world import Ward


def add_reports(ward: Ward) -> None:
    """A report that waits, and one that was decided and must be looked at again."""
    waits, done = _report(ward, "open"), _report(ward, "klaar")
    name = ward.hidden
    besluit = Besluit.objects.create(
        wijk=ward.wijk,
        soort=done.soort,
        object_id=done.object_id,
        onderwerp=done.onderwerp,
        actie="weg",
        geldt="weg",
        grond="privacy",
        feiten=name("besluitfeiten"),
        uitleg=name("besluituitleg"),
        door=ward.people["redacteur"],
    )
    done.besluit, done.gesloten_op = besluit, timezone.now()
    done.save()
    ward.rows["melding"] = waits
    ward.rows["herziening"] = Herziening.objects.create(
        wijk=ward.wijk, besluit=besluit, van="melder", melding=done, waarom=name("waarom")
    )


def _report(ward: Ward, which: str) -> Inhoudsmelding:
    name = ward.hidden
    melding = Inhoudsmelding.objects.create(
        wijk=ward.wijk,
        soort="signaal",
        object_id=ward.rows["signaal"].pk,
        onderwerp=name("gemeld", which),
        adres=f"/{name('meldadres', which)}/",
        reden="privacy",
        plek=name("meldplek", which),
        uitleg=name("melduitleg", which),
        name=name("inhoudmelder", which),
        email=f"{name('inhoudmail', which)}@wijk.example",
    )
    Moderatiestap.objects.create(melding=melding, wat=Wat.MENING, tekst=name("mening", which))
    return melding
