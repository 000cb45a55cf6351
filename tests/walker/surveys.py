"""The surveys of a ward, what was answered, and paper that is typed in: all of it marked."""

from __future__ import annotations

from datetime import timedelta
from secrets import token_hex
from typing import TYPE_CHECKING

from django.core.files.base import ContentFile
from django.utils import timezone

from enquetes.models import (
    Citaat,
    Codeblad,
    EnqueteIndexPage,
    EnquetePage,
    Formulierdruk,
    Inzending,
    Panellid,
    Papierinvoer,
    Papierstapel,
    Uitvoer,
)
from tests.factories.enquetes import key, question, step, survey

if TYPE_CHECKING:
    from tests.walker.world import Ward


def add_surveys(ward: Ward) -> None:
    """An open survey is public; its draft, its answers and its paper are not."""
    index = EnqueteIndexPage.objects.get(wijk=ward.wijk, locale__language_code="nl")
    word = ward.shown("enquete")
    asked = question("kort", 1, text=f"{word}vraag")
    enquete = survey(
        index, step(1, asked), title=f"{word}titel", slug=f"{word}adres", summary=f"{word}kort"
    )
    versie = enquete.versie
    Inzending.objects.create(
        enquete=enquete,
        versie=versie,
        dag=timezone.localdate() - timedelta(days=1),
        antwoorden={key(1): ward.hidden("enqueteantwoord")},
    )
    Citaat.objects.create(
        enquete=enquete, vraag=key(1), tekst=ward.hidden("citaat"), status=Citaat.Status.TONEN
    )
    stapel = Papierstapel.objects.create(enquete=enquete, versie=versie, nummer=1)
    ward.rows["papierinvoer"] = Papierinvoer.objects.create(
        stapel=stapel, formulier=1, antwoorden={key(1): ward.hidden("papierantwoord")}
    )
    ward.rows["formulierdruk"] = Formulierdruk.objects.create(
        enquete=enquete,
        versie=versie,
        stand=Formulierdruk.Stand.KLAAR,
        file=ContentFile(ward.hidden("formuliertekst").encode(), name="formulier.pdf"),
    )
    ward.rows["uitvoer"] = Uitvoer.objects.create(
        enquete=enquete,
        wijk=ward.wijk,
        soort="csv",
        stand=Uitvoer.Stand.KLAAR,
        file=ContentFile(ward.hidden("uitvoertekst").encode(), name="antwoorden.csv"),
    )
    ward.rows["codeblad"] = Codeblad.objects.create(
        enquete=enquete, soort="lijst", eerste=1, aantal=1
    )
    address = f"{ward.hidden('lidmail')}@{ward.hidden('liddomein')}.example"
    ward.rows["panellid"] = Panellid.objects.create(
        wijk=ward.wijk,
        email=address,
        email_key=address,
        name=ward.hidden("lidnaam"),
        code=token_hex(16),
        status="actief",
    )
    ward.rows["enquete"], ward.rows["stapel"] = enquete, stapel
    ward.pages["enquetes"] = index
    ward.pages["enquete"] = EnquetePage.objects.get(translation_key=enquete.translation_key)
    draft = EnquetePage(
        title=ward.hidden("conceptenquete"),
        slug=ward.hidden("conceptenqueteadres"),
        vragen=[step(1, question("kort", 2, text=ward.hidden("conceptvraag")))],
        locale=index.locale,
        live=False,
    )
    index.add_child(instance=draft)
    draft.save_revision()
