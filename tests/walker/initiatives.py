"""What residents of a ward want and started, who helps, and what was said: all of it marked."""

from __future__ import annotations

from io import BytesIO
from typing import TYPE_CHECKING
from uuid import uuid4

from django.utils import timezone
from PIL import Image

from tests.factories import initiatieven as make
from wijkteams.draden.services import bind
from wijkteams.initiatieven import services
from wijkteams.initiatieven.aanvragen import fotos
from wijkteams.initiatieven.models import (
    Aanvraagstap,
    HulpAanbod,
    HulpVraag,
    Initiatief,
    Initiatiefnemer,
    InitiatiefPage,
    InitiatievenIndexPage,
    Papierlijst,
    Samenvoeging,
    Staat,
    Steun,
    Update,
    Volger,
    Wijziging,
)
from wijkteams.models import Organisatie

if TYPE_CHECKING:
    from tests.walker.world import Ward


def add_initiatives(ward: Ward) -> None:
    """An idea that waits, with a photo and who wants it; and an initiative that is still a draft,
    with its people, partners, help, support, and what waits for a look.

    No marker may be seen by others.
    """
    _idea(ward)
    _initiative(ward)
    _people(ward)


def _idea(ward: Ward) -> None:
    name = ward.hidden
    aanvraag = make.idee(
        ward.wijk,
        email=f"{name('ideemail')}@wijk.example",
        titel=name("ideetitel"),
        idee=name("ideetekst"),
        waarom=name("ideewaarom"),
        wie=name("ideewie"),
        nodig={"mensen": name("ideenodig")},
        plaats_tekst=name("ideeplaats"),
        hele_wijk=False,
    )
    aanvraag.initiatiefnemers.update(name=name("ideenaam"), phone=name("ideebel")[:20])
    Aanvraagstap.objects.create(aanvraag=aanvraag, naar="in_gesprek", tekst=name("ideevraag"))
    buffer = BytesIO()
    Image.new("RGB", (40, 30)).save(buffer, "JPEG")
    ward.rows["aanvraag"] = aanvraag
    ward.rows["aanvraagfoto"] = fotos.store(aanvraag, buffer.getvalue())


def _initiative(ward: Ward) -> None:
    name = ward.hidden
    index = InitiatievenIndexPage.objects.get(wijk=ward.wijk, locale__language_code="nl")
    draft = InitiatiefPage(
        title=name("initiatieftitel"),
        slug=name("initiatiefadres"),
        summary=name("initiatiefkort"),
        waarom=name("initiatiefwaarom"),
        wie=name("initiatiefwie"),
        locale=index.locale,
        live=False,
    )
    index.add_child(instance=draft)
    draft.save_revision()
    initiatief = Initiatief.objects.create(
        translation_key=draft.translation_key,
        wijk=ward.wijk,
        title=name("initiatieftitel"),
        plaats_tekst=name("initiatiefplek"),
    )
    services.step(initiatief.pk, Staat.BEZIG, name("initiatiefzin"))
    partner = Organisatie.objects.create(
        wijk=ward.wijk, name=name("initiatiefpartner"), is_openbaar=False
    )
    ward.rows["partnerrol"] = initiatief.partners.create(
        organisatie=partner, rol=name("partnerrol")
    )
    source = Initiatief.objects.create(
        translation_key=uuid4(), wijk=ward.wijk, title=name("initiatiefbron")
    )
    Samenvoeging.objects.create(
        bron=source, doel=initiatief, reden=name("samenreden"), los_op=timezone.now()
    )
    ward.rows["initiatief"] = initiatief
    ward.rows["draad"] = bind(ward.pages["signaalthema"], draft)
    ward.pages["initiatieven"], ward.pages["initiatief"] = index, draft


def _people(ward: Ward) -> None:
    name, initiatief = ward.hidden, ward.rows["initiatief"]
    nemer = Initiatiefnemer.objects.create(
        initiatief=initiatief,
        name=name("nemernaam"),
        email=f"{name('nemermail')}@wijk.example",
        phone=name("nemerbel")[:20],
    )
    ward.rows["nemer"] = nemer
    ward.rows["update"] = Update.objects.create(
        initiatief=initiatief, tekst=name("bericht"), door_initiatiefnemer=nemer
    )
    ward.rows["wijziging"] = Wijziging.objects.create(
        initiatief=initiatief,
        inhoud={"summary": name("wijziging")},
        was={"summary": name("wijzigingwas")},
        door_initiatiefnemer=nemer,
    )
    vraag = HulpVraag.objects.create(
        initiatief=initiatief, soort="mensen", titel=name("hulpvraag"), toelichting=name("hulp")
    )
    ward.rows["hulpvraag"] = vraag
    ward.rows["hulpaanbod"] = HulpAanbod.objects.create(
        hulpvraag=vraag, name=name("helper"), email=f"{name('helpermail')}@wijk.example"
    )
    Steun.objects.create(
        initiatief=initiatief, kenmerk="a" * 64, email=f"{name('steunmail')}@wijk.example"
    )
    Volger.objects.create(
        initiatief=initiatief, kenmerk="b" * 64, email=f"{name('volgmail')}@wijk.example"
    )
    ward.rows["papierlijst"] = Papierlijst.objects.create(
        initiatief=initiatief, aantal=12, opgehaald_op="2026-01-02", scan=name("scan")
    )
