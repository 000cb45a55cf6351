"""What residents of a ward told, who told it and what was done: all of it marked."""

from __future__ import annotations

from io import BytesIO
from typing import TYPE_CHECKING

from PIL import Image

from tests.factories import signalen as make
from wijkteams.signalen import fotos, services
from wijkteams.signalen.models import (
    Attendering,
    Doorzending,
    Klasse,
    Medemelder,
    Melder,
    Open311Sleutel,
    Raadpleging,
    Signaaldossier,
    SignaalthemaPage,
    SignalenIndexPage,
    Staat,
    Themasignaal,
)
from wijkteams.signalen.open311.keys import give_key

if TYPE_CHECKING:
    from tests.walker.world import Ward


def add_signals(ward: Ward) -> None:
    """A signal that waits for the team, with a photo, a step and a partner; a confidential one;
    a limited one that is on the site, but not in its own words; and a theme that is being made.

    No marker may be seen by others.
    """
    name = ward.hidden
    signaal = make.signal(
        ward.wijk,
        public=False,
        titel=name("signaaltitel"),
        tekst=name("signaaltekst"),
        plaats_tekst=name("signaalplaats"),
        email=f"{name('meldermail')}@wijk.example",
    )
    Melder.objects.filter(signaal=signaal).update(
        name=name("meldernaam"), phone=name("telefoon")[:20]
    )
    Medemelder.objects.create(signaal=signaal, email=f"{name('volgermail')}@wijk.example")
    step = services.step(
        signaal.pk,
        Staat.BEKEKEN,
        door=ward.people["redacteur"],
        openbare_zin=name("openbarezin"),
        interne_notitie=name("notitie"),
    )
    organisatie = make.partner(
        ward.wijk,
        name=name("partner"),
        contact_name=name("contactpersoon"),
        contact_email=f"{name('partnermail')}@wijk.example",
        is_openbaar=False,
    )
    ward.rows["doorzending"] = Doorzending.objects.create(
        signaal=signaal, organisatie=organisatie, bericht=name("bericht"), antwoord=name("antwoord")
    )
    buffer = BytesIO()
    Image.new("RGB", (40, 30)).save(buffer, "JPEG")
    ward.rows["signaalfoto"] = fotos.store(signaal, buffer.getvalue())
    secret = make.confidential(
        ward.wijk,
        tekst=name("vertrouwelijk"),
        plaats_tekst=name("vertrouwdeplaats"),
        email=f"{name('vertrouwdemail')}@wijk.example",
    )
    Raadpleging.objects.create(signaal=secret, door=ward.people["redacteur"], wat=name("gelezen"))
    ward.rows["signaal"], ward.rows["opvolging"] = signaal, step
    ward.rows["signaaldossier"] = Signaaldossier.objects.create(
        wijk=ward.wijk, title=name("dossiertitel"), gekozen=[signaal.pk]
    )
    ward.rows["organisatie"] = organisatie
    ward.rows["categorie"] = make.category(name("categorie").lower()[:50], wijk=ward.wijk)
    sleutel = Open311Sleutel(wijk=ward.wijk, name=name("sleutelnaam"))
    give_key(sleutel)
    sleutel.save()
    ward.rows["open311sleutel"] = sleutel
    make.signal(
        ward.wijk,
        categorie=make.category("overlast", Klasse.BEPERKT),
        titel=name("beperktetitel"),
        tekst=name("beperktetekst"),
        plaats_tekst=f"{name('beperkteplaats')} 12",
    )
    _theme(ward)


def _theme(ward: Ward) -> None:
    """A draft of a theme with what a resident said; and who gets mail of new signals."""
    name = ward.hidden
    index = SignalenIndexPage.objects.get(wijk=ward.wijk, locale__language_code="nl")
    draft = SignaalthemaPage(
        title=name("signaalthema"),
        slug=name("signaalthemaadres"),
        summary=name("signaalthemakort"),
        locale=index.locale,
        live=False,
    )
    index.add_child(instance=draft)
    draft.save_revision()
    Themasignaal.objects.create(
        translation_key=draft.translation_key,
        signaal=ward.rows["signaal"],
        citaat=name("themacitaat"),
    )
    ward.pages["signalen"], ward.pages["signaalthema"] = index, draft
    Attendering.objects.create(wijk=ward.wijk, email=f"{name('attendering')}@wijk.example")
