"""The newsletters of a ward, who gets them and what was sent: all of it marked."""

from __future__ import annotations

from datetime import date
from secrets import token_hex
from typing import TYPE_CHECKING

from core.mail.addresses import key_of
from nieuws.models import (
    Abonnee,
    Abonnement,
    Editie,
    Kliktelling,
    Lijst,
    Lijstimport,
    NieuwsbriefIndexPage,
    NieuwsbriefInstellingen,
    NieuwsbriefPage,
    Retour,
    Toestemming,
    Zending,
)
from wijkteams.models import Thema
from wijkteams.roles import Rol

if TYPE_CHECKING:
    from tests.walker.world import Ward


def add_newsletters(ward: Ward) -> None:
    """A letter on the site is public; drafts, readers and what was sent to them are not."""
    index = NieuwsbriefIndexPage.objects.get(wijk=ward.wijk, locale__language_code="nl")
    live = _letter(ward, index, ward.shown("brief"), live=True)
    _letter(ward, index, ward.hidden("conceptbrief"), live=False)
    ward.pages["nieuwsbrieven"], ward.pages["brief"] = index, live
    # On the site this list can be asked for: its name is public. The other one is closed.
    lijst = Lijst.objects.get(wijk=ward.wijk, thema=None)
    _closed_list(ward)
    ward.rows["abonnement"] = _reader(ward, lijst)
    ward.rows["editie"] = _sending(ward, live, lijst)
    ward.rows["retour"] = Retour.objects.create(
        abonnee=ward.rows["abonnement"].abonnee,
        editie=ward.rows["editie"],
        soort="hard",
        bron="smtp",
        code="5.1.1",
        reden=ward.hidden("retourreden"),
        bericht=ward.hidden("retourbericht"),
    )
    ward.rows["lijstimport"] = _import(ward, lijst)
    NieuwsbriefInstellingen.objects.create(
        wijk=ward.wijk, sender_name=ward.hidden("afzender"), colofon=ward.hidden("colofon")
    )


def _letter(ward: Ward, index: NieuwsbriefIndexPage, word: str, *, live: bool) -> NieuwsbriefPage:
    page = NieuwsbriefPage(
        title=f"{word}titel",
        slug=f"{word}adres",
        subject=f"{word}onderwerp",
        preheader=f"{word}regel",
        summary=f"{word}samenvatting",
        body=[("quote", {"quote": f"{word}citaat", "source": ""})],
        live=live,
        locale=index.locale,
    )
    index.refresh_from_db()
    index.add_child(instance=page)
    page.save_revision(user=ward.people[Rol.SCHRIJVER])
    page.refresh_from_db()
    return page


def _closed_list(ward: Ward) -> None:
    ward.rows["lijst"] = Lijst.objects.create(
        wijk=ward.wijk,
        thema=Thema.objects.create(name=token_hex(4), slug=token_hex(4)),
        title=ward.hidden("lijst"),
        description=ward.hidden("lijstuitleg"),
        code=ward.hidden("lijstcode"),
        is_open=False,
    )


def _reader(ward: Ward, lijst: Lijst) -> Abonnement:
    """The first letter of an address and of its domain is shown masked: no marker fits there."""
    email = f"{ward.hidden('lezermail')}@{ward.hidden('lezerdomein')}.example"
    abonnee = Abonnee.objects.create(email=email, email_key=key_of(email), code=token_hex(16))
    row = Abonnement.objects.create(
        abonnee=abonnee,
        lijst=lijst,
        status="actief",
        name=ward.hidden("lezernaam"),
        code=token_hex(16),
    )
    Toestemming.objects.create(
        abonnement=row, soort="gevraagd", toelichting=ward.hidden("toestemming")
    )
    return row


def _sending(ward: Ward, page: NieuwsbriefPage, lijst: Lijst) -> Editie:
    editie = Editie.objects.create(
        page=page,
        wijk=ward.wijk,
        status="pauze",
        subject=ward.hidden("verzending"),
        html=ward.hidden("verzonden"),
        text=ward.hidden("verzondentekst"),
        sender_name=ward.hidden("verzender"),
        pause_reason=ward.hidden("waarom"),
        count_clicks=True,
    )
    editie.lijsten.set([lijst])
    Kliktelling.objects.create(editie=editie, path=f"/{ward.hidden('klik')}/", count=3)
    row = ward.rows["abonnement"]
    Zending.objects.create(
        editie=editie,
        abonnee=row.abonnee,
        abonnement=row,
        status="onzeker",
        domain="wijk.example",
        code=token_hex(16),
        answer=ward.hidden("serverantwoord"),
    )
    return editie


def _import(ward: Ward, lijst: Lijst) -> Lijstimport:
    return Lijstimport.objects.create(
        lijst=lijst,
        file_name=ward.hidden("lijstbestand"),
        herkomst=ward.hidden("herkomst"),
        peildatum=date(2026, 5, 1),
        grondslag="gevraagd",
        lines=[[f"{ward.hidden('regelmail')}@wijk.example", ward.hidden("regelnaam")]],
        errors=[[2, ward.hidden("foutregel"), "x"]],
        total=1,
    )
