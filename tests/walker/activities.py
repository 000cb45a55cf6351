"""An activity of a ward, with who comes to it and what was sent in: all of it marked."""

from __future__ import annotations

from datetime import time, timedelta
from typing import TYPE_CHECKING

from django.core.files.base import ContentFile
from django.utils import timezone

from tests.factories.activiteiten import activiteit_page
from wijkteams.activiteiten.models import (
    Aanbod,
    Aanmelding,
    Activiteit,
    ActiviteitPage,
    AgendaPage,
    Bericht,
    Drukwerk,
    Keer,
    Locatie,
    Ontvanger,
)
from wijkteams.roles import Rol

if TYPE_CHECKING:
    from tests.walker.world import Ward


def add_activities(ward: Ward) -> None:
    """What stands on the site is public; who comes, and what was written to them, is not."""
    agenda = AgendaPage.objects.get(wijk=ward.wijk, locale__language_code="nl")
    page = activiteit_page(
        agenda, ward.shown("activiteit"), slug=ward.shown("activiteitadres"),
        inschrijving="beperkt", capacity=9,
    )  # fmt: skip
    activiteit = Activiteit.objects.of_page(page).get()
    keer = Keer.objects.get(activiteit=activiteit)
    ward.rows |= {"activiteit": activiteit, "keer": keer}
    ward.rows["aanmelding"] = _who_comes(ward, activiteit, keer)
    ward.rows["bericht"] = _message(ward, activiteit, keer)
    ward.rows["aanbod"] = _sent_in(ward)
    ward.rows["locatie"] = Locatie.objects.create(
        wijk=ward.wijk, name=ward.hidden("plek"), street=ward.hidden("straat")
    )
    ward.rows["drukwerk"] = _on_paper(ward, page)
    ward.pages["activiteit"] = page
    ward.pages["agenda"] = agenda
    _draft(ward, agenda)


def _on_paper(ward: Ward, page: ActiviteitPage) -> Drukwerk:
    return Drukwerk.objects.create(
        wijk=ward.wijk,
        soort=Drukwerk.Soort.POSTER,
        stand=Drukwerk.Stand.KLAAR,
        page=page,
        title=ward.hidden("drukwerk"),
        file=ContentFile(ward.hidden("drukwerktekst").encode(), name="blad.pdf"),
        made_by=ward.people[Rol.REDACTEUR],
    )


def _draft(ward: Ward, agenda: AgendaPage) -> None:
    """An activity that nobody may know of yet."""
    name = ward.hidden
    page = activiteit_page(
        agenda, name("conceptactiviteit"), slug=name("conceptadres"), live=False,
        summary=name("conceptsamenvatting"), organiser=name("organisator"),
        online_link=f"https://meet.example/{name('conceptlink')}",
    )  # fmt: skip
    page.save_revision(user=ward.people[Rol.SCHRIJVER])
    page.refresh_from_db()
    ward.pages["conceptactiviteit"] = page


def _who_comes(ward: Ward, activiteit: Activiteit, keer: Keer) -> Aanmelding:
    name = ward.hidden
    return Aanmelding.objects.create(
        activiteit=activiteit,
        keer=keer,
        status=Aanmelding.Status.WACHTLIJST,
        queued_at=timezone.now(),
        name=name("bewoner"),
        email=f"{name('bewonermail')}@wijk.example",
        phone=name("bewonertelefoon"),
        answers={name("vraag"): name("antwoordbewoner")},
        code=name("code")[:32],
        request_key=name("sleutel"),
    )


def _message(ward: Ward, activiteit: Activiteit, keer: Keer) -> Bericht:
    bericht = Bericht.objects.create(
        activiteit=activiteit,
        keer=keer,
        subject=ward.hidden("onderwerp"),
        text=ward.hidden("bericht"),
        sent_by=ward.people[Rol.REDACTEUR],
        request_key=ward.hidden("berichtsleutel"),
        receivers=1,
    )
    Ontvanger.objects.create(bericht=bericht, aanmelding=ward.rows["aanmelding"])
    return bericht


def _sent_in(ward: Ward) -> Aanbod:
    name = ward.hidden
    return Aanbod.objects.create(
        wijk=ward.wijk,
        status=Aanbod.Status.NIEUW,
        title=name("aanbod"),
        day=timezone.localdate() + timedelta(days=9),
        begins=time(10),
        ends=time(12),
        place=name("aanbodplek"),
        text=name("aanbodtekst"),
        organisation=name("organisatie"),
        contact_name=name("inzender"),
        contact_email=f"{name('inzender')}@wijk.example",
        contact_phone=name("inzendertel"),
        code=name("aanbodcode")[:32],
        request_key=name("aanbodsleutel"),
        confirmed_at=timezone.now(),
    )
