"""A real address for every route of the resolver, with things of the ward of one volunteer."""

from __future__ import annotations

import re
from dataclasses import dataclass, field

from django.core.files.base import ContentFile
from wagtail.models import Locale
from wagtail_localize.models import StringSegment, Translation, TranslationSource

from accounts.models import User
from nieuws.models import NieuwsIndexPage, NieuwsPage
from tests.factories import news, photo
from tests.routes import Route, all_routes
from tests.walker.activities import add_activities
from tests.walker.newsletters import add_newsletters
from tests.walker.world import Ward
from wijkteams.invitations import invite
from wijkteams.models import (
    Buurt,
    Document,
    Image,
    Lidmaatschap,
    Thema,
    Uitnodiging,
    Wijk,
    WijkPage,
)
from wijkteams.roles import Rol

ARGUMENT = re.compile(r"<(?:\w+:)?(\w+)>")
NOBODY = 999_999
# Routes whose pattern cannot be filled in part by part.
BY_HAND = {
    "wijkteams.documents.serve_document": "documenten/{document}/krant.txt",
    "wagtaildocs_serve": "documenten/{document}/krant.txt",
    "account_reset_password_from_key": "wachtwoord/vergeten/1-abc-123/",
    "account_confirm_email": "inloggen/e-mail/abc/",
    "wagtailadmin_pages:revisions_compare": (
        "beheer/pages/{page}/revisions/compare/earliest...latest/"
    ),
    "wagtail.admin.views.home.default": "beheer/bestaat-niet/",
    "file_of_page": "havenkwartier/nieuws/rss.xml",
    "keer_ics": "havenkwartier/agenda/koffie/2027-01-12.ics",
    "wagtail_serve": "{page_url}",
    "wagtail_bulk_action": "beheer/bulk/wagtailcore/page/delete/",
    "media": "media/{rendition}",
    "handleiding:picture": "beheer/handleiding/beelden/begin.webp",
    "wagtailimages:preview": "beheer/images/{image}/preview/width-300/",
    "wagtailadmin_pages:set_page_position": "beheer/pages/{page}/set_position/",
    "stijl:group": "beheer/stijl/tekst/",
    "handleiding:chapter": "beheer/handleiding/fotos/",
    "signaal_foto": f"signaal/foto/{'a' * 32}.jpg",
    "signaal_stap": "signaal/nieuw/plek/",
    "signaal_omtrek": "signaal/omtrek/stad/",
    "meld_inhoud": "melden/signaal/2026-k7m2p9/",
    "moderatie_cijfers": "melden/cijfers/2026/",
    "georeport_discovery": "georeport/v2/discovery.json",
    "georeport_services": "georeport/v2/services.xml",
    "georeport_service": "georeport/v2/services/licht.json",
    "georeport_requests": "georeport/v2/requests.json",
    "georeport_request": "georeport/v2/requests/2026-k7m2p9.xml",
    "georeport_updates": "georeport/v2/servicerequestupdates.json",
}
WORDS = {
    "content_type_app_name": "nieuws",
    "content_type_model_name": "nieuwspage",
    "app_label": "nieuws",
    "model_name": "nieuwspage",
    "app_name": "core",
    "action_name": "approve",
    "mode": "default",
    "name": "foto.jpg",
    "token": "a" * 43,
    "key": "abc",
    "number": "1",
    "slug": "tekst",
    "uidb64": "MQ",
    "object_id": "{page}",
}


@dataclass
class Ground:
    """What stands in the ward: one of everything that an address can name."""

    wijk: Wijk
    item: NieuwsPage
    image: Image
    document: Document
    numbers: dict[str, int] = field(default_factory=dict)
    words: dict[str, str] = field(default_factory=dict)

    def path(self, route: Route) -> str:
        """The address of a route, with a slash before it."""
        text = BY_HAND.get(route.name, route.path.replace("^", ""))
        space = route.name.partition(":")[0]
        filled = ARGUMENT.sub(lambda found: self._value(found[1], space), text)
        return "/" + filled.format(**self.words)

    def _value(self, name: str, space: str) -> str:
        if name == "pk":
            return str(self.numbers.get(space, NOBODY if "uuid" in space else self.item.pk))
        if name in WORDS:
            return WORDS[name]
        return str(self.numbers.get(name, self.item.pk))

    def paths(self) -> list[str]:
        """All addresses, in the order of the resolver; a UUID where one is asked."""
        uuid = "00000000-0000-4000-8000-000000000000"
        found = [
            self.path(route).replace(f"/taken/{self.item.pk}/", f"/taken/{uuid}/")
            for route in all_routes()
        ]
        return list(dict.fromkeys(found))


def lay_ground(wijk: Wijk, user: User) -> Ground:
    """One of everything, in the ward of this user."""
    index = NieuwsIndexPage.objects.get(wijk=wijk)
    image = photo(wijk)
    item = news(index, "De bus rijdt weer", summary="Elke vrijdag.", image=image, image_alt="Bus")
    item.title = "Concept van Joris"
    revision = item.save_revision(user=user)
    document = Document.objects.create(
        wijk=wijk, title="Krant", file=ContentFile(b"tekst", name="krant.txt")
    )
    ground = Ground(wijk, item, image, document)
    front = WijkPage.objects.get(wijk=wijk, locale=Locale.get_default())
    ground.words = {
        "page": str(item.pk),
        "page_url": str(item.url).strip("/") + "/",
        "image": str(image.pk),
        "document": str(document.pk),
        "rendition": str(image.get_rendition("width-300").file.name),
    }
    ground.numbers = {
        "page_id": item.pk,
        "parent_page_id": index.pk,
        "page_to_move_id": item.pk,
        "destination_id": front.pk,
        "revision_id": revision.pk,
        "image_id": image.pk,
        "document_id": document.pk,
        "doc_id": document.pk,
        "wijk": wijk.pk,
        "buurt": Buurt.objects.create(wijk=wijk, name="Kade", slug="kade").pk,
        "thema": Thema.objects.create(name="Vervoer", slug="vervoer").pk,
        "uitnodiging": _invitation(wijk),
        "lidmaatschap": Lidmaatschap.objects.get(user=user).pk,
        "wagtail_localize": item.pk,
        **_rows(wijk, user),
        **_translation(item),
    }
    return ground


def _rows(wijk: Wijk, user: User) -> dict[str, int]:
    """A time with who comes and what was sent in; a newsletter with who gets it."""
    ward = Ward(wijk, False, people=dict.fromkeys(Rol, user))
    add_activities(ward)
    add_newsletters(ward)
    pk = {name: int(row.pk) for name, row in ward.rows.items()}
    return {
        "keer_id": pk["keer"],
        "activiteit_id": pk["activiteit"],
        "bericht_id": pk["bericht"],
        "deelnemers": pk["aanmelding"],
        "aanbod": pk["aanbod"],
        "edities": pk["editie"],
        "abonnees": pk["abonnement"],
        "lijst": pk["lijst"],
        "index_id": int(ward.pages["nieuwsbrieven"].pk),
        "wijk_id": wijk.pk,
    }


def _invitation(wijk: Wijk) -> int:
    invite(email="nieuw@s.example", wijk=wijk, rol=Rol.SCHRIJVER)
    return int(Uitnodiging.objects.latest("pk").pk)


def _translation(item: NieuwsPage) -> dict[str, int]:
    source, _created = TranslationSource.update_or_create_from_instance(item)
    english, _created = Locale.objects.get_or_create(language_code="en")
    translation = Translation.objects.create(source=source, target_locale=english)
    segment = StringSegment.objects.filter(source=source).first()
    assert segment is not None
    return {
        "translation_source_id": source.pk,
        "translation_id": translation.pk,
        "string_segment_id": segment.pk,
    }
