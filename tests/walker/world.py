"""Two wards with everything a ward can have. Ward B holds a marker in every text."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import timedelta
from typing import Any

from django.core.files.base import ContentFile
from django.utils import timezone
from wagtail.admin.models import EditingSession
from wagtail.models import (
    Comment,
    Locale,
    Page,
    PageViewRestriction,
    UploadedFile,
    Workflow,
)
from wagtail_localize.models import StringTranslation, Translation, TranslationSource

from accounts.models import User
from home.services import attach_workflow, open_city
from nieuws.models import NieuwsIndexPage, NieuwsPage
from nieuws.years import add_news
from tests.factories import lid, photo
from tests.walker.activities import add_activities
from tests.walker.initiatives import add_initiatives
from tests.walker.markers import public, secret
from tests.walker.moderation import add_reports
from tests.walker.newsletters import add_newsletters
from tests.walker.signals import add_signals
from tests.walker.surveys import add_surveys
from wijkteams.invitations import invite
from wijkteams.models import (
    Buurt,
    Document,
    Image,
    Importronde,
    Teamlid,
    Thema,
    Uitnodiging,
    Wijk,
    WijkPage,
    WijkteamPage,
)
from wijkteams.roles import Rol
from wijkteams.services import open_ward

STATES = ["concept", "live", "gewijzigd", "besloten", "gepland", "inwerkstroom"]
"Draft, live, live with unpublished edits, restricted, scheduled, in a workflow."
ON_THE_SITE = {"live", "gewijzigd"}


@dataclass
class Ward:
    """A ward with one of everything, and who works there."""

    wijk: Wijk
    is_marked: bool
    pages: dict[str, Page] = field(default_factory=dict)
    people: dict[str, User] = field(default_factory=dict)
    images: list[Image] = field(default_factory=list)
    documents: list[Document] = field(default_factory=list)
    rows: dict[str, Any] = field(default_factory=dict)
    values: list[dict[str, Any]] = field(default_factory=list)
    "What stands for the arguments of addresses, once that was asked."

    def hidden(self, *words: str) -> str:
        """A text for those of this ward; in ward B with a marker."""
        return secret(*words) if self.is_marked else "eigen" + "".join(words)

    def shown(self, *words: str) -> str:
        """A text for the whole site."""
        return public(*words) if self.is_marked else "eigen" + "".join(words)


@dataclass(frozen=True)
class World:
    """The city, with the ward of those who look (A) and the ward that they may not see (B)."""

    hub: Page
    own: Ward
    other: Ward
    city: User
    resident: User


def build_world() -> World:
    """Everything, once for all tests of a database."""
    hub = open_city(stad="Sluisdam")
    english = Locale.objects.create(language_code="en")
    hub.copy_for_translation(english)
    attach_workflow()
    workflow = Workflow.objects.get()
    own = _ward(open_ward(name="Havenkwartier"), False, english, workflow)
    other = _ward(_marked_wijk(), True, english, workflow)
    city = lid("stad@sluisdam.example", Rol.STADSREDACTIE, None)
    resident = User.objects.create_user("bewoner@sluisdam.example", "vier-buren-een-bus")
    own.rows["ronde"] = other.rows["ronde"] = Importronde.objects.create(
        file_name=secret("importbestand"), sha256="0" * 64, message=secret("importmelding")
    )
    return World(hub, own, other, city, resident)


def _marked_wijk() -> Wijk:
    wijk = open_ward(name=public("wijknaam"), slug=public("wijkadres"))
    Wijk.objects.filter(pk=wijk.pk).update(
        contact_email=f"{public('wijkmail')}@wijk.example",
        contact_phone=public("wijktelefoon"),
        meeting_place=public("ontmoetingsplek"),
        gemeente=public("gemeente"),
    )
    wijk.refresh_from_db()
    return wijk


def _ward(wijk: Wijk, is_marked: bool, english: Locale, workflow: Workflow) -> Ward:
    ward = Ward(wijk, is_marked)
    for rol in (Rol.WIJKBEHEERDER, Rol.REDACTEUR, Rol.SCHRIJVER):
        user = lid(f"{ward.hidden('mail', rol)}@wijk.example", rol, wijk)
        user.first_name, user.last_name = ward.hidden("voor", rol), ward.hidden("achter", rol)
        user.save()
        ward.people[rol] = user
    _media(ward)
    _rows(ward)
    for state in STATES:
        ward.pages[state] = _page(ward, state, workflow)
    ward.pages["voorpagina"] = WijkPage.objects.get(wijk=wijk)
    _team(ward)
    _translation(ward, english)
    _traces(ward)
    add_activities(ward)
    add_newsletters(ward)
    add_surveys(ward)
    add_signals(ward)
    add_initiatives(ward)
    add_reports(ward)
    return ward


def _media(ward: Ward) -> None:
    author = ward.people[Rol.REDACTEUR]
    for n in range(2):
        image = photo(
            ward.wijk,
            title=ward.hidden("foto", str(n)),
            description=ward.hidden("beschrijving", str(n)),
            photographer=ward.hidden("fotograaf", str(n)),
            uploaded_by_user=author,
        )
        image.tags.add(ward.hidden("fotowoord", str(n)))
        ward.images.append(image)
        document = Document.objects.create(
            title=ward.hidden("document", str(n)),
            wijk=ward.wijk,
            file=ContentFile(ward.hidden("tekst").encode(), name="verslag.txt"),
            uploaded_by_user=author,
        )
        document.tags.add(ward.hidden("documentwoord", str(n)))
        ward.documents.append(document)
    ward.rows["upload"] = UploadedFile.objects.create(
        file=ContentFile(b"tekst", name=f"{ward.hidden('upload')}.txt"), uploaded_by_user=author
    )


def _rows(ward: Ward) -> None:
    wijk = ward.wijk
    name = ward.hidden
    ward.rows["buurt"] = Buurt.objects.create(
        wijk=wijk, name=name("buurt"), slug=name("buurtadres")
    )
    ward.rows["thema"] = Thema.objects.create(
        wijk=wijk, name=name("thema"), slug=name("themaadres")
    )
    ward.rows["lidmaatschap"] = wijk.lidmaatschappen.filter(rol=Rol.SCHRIJVER).get()
    ward.rows["uitnodiging"] = invite(
        email=f"{name('uitgenodigd')}@wijk.example", wijk=wijk, rol=Rol.SCHRIJVER
    ).uitnodiging
    accepted = invite(email=f"{name('gekomen')}@wijk.example", wijk=wijk, rol=Rol.MODERATOR)
    Uitnodiging.objects.filter(pk=accepted.uitnodiging.pk).update(accepted_at=timezone.now())


def _page(ward: Ward, state: str, workflow: Workflow) -> NieuwsPage:
    word = ward.shown if state in ON_THE_SITE else ward.hidden
    author = ward.people[Rol.SCHRIJVER]
    index = NieuwsIndexPage.objects.get(wijk=ward.wijk, locale__language_code="nl")
    page = add_news(
        index,
        NieuwsPage(
            live=state in ON_THE_SITE or state == "besloten",
            owner=author,
            go_live_at=timezone.now() + timedelta(days=30) if state == "gepland" else None,
            **_texts(word, state),
        ),
    )
    if state == "gewijzigd":
        for name, value in _texts(ward.hidden, "nieuw").items():
            setattr(page, name, value)
        page.slug = f"{word('adres', state)}"
    revision = page.save_revision(user=author, log_action=True)
    page.refresh_from_db()
    if state == "gepland":
        revision.approved_go_live_at = page.go_live_at
        revision.save()
    if state == "besloten":
        PageViewRestriction.objects.create(page=page, restriction_type="login")
        Page.objects.filter(pk=page.pk).update(
            locked=True, locked_by=author, locked_at=timezone.now()
        )
    if state == "inwerkstroom":
        workflow.start(page, author)
        page.refresh_from_db()
    return page


def _texts(word: Any, state: str) -> dict[str, Any]:
    return {
        "title": word("titel", state),
        "slug": word("adres", state),
        "seo_title": word("zoektitel", state),
        "search_description": word("zoektekst", state),
        "summary": word("samenvatting", state),
        "image_alt": word("alt", state),
        "photo_credit": word("maker", state),
        "rectificatie": word("rectificatie", state),
        "body": [("quote", {"quote": word("citaat", state), "source": word("bron", state)})],
    }


def _team(ward: Ward) -> None:
    team = WijkteamPage.objects.get(wijk=ward.wijk, locale__language_code="nl")
    Teamlid.objects.create(
        page=team, name=ward.shown("teamlid"), task=ward.shown("taak"), locale=team.locale
    )
    ward.pages["team"] = team


def _translation(ward: Ward, english: Locale) -> None:
    """The front page, the news list and one item in English, and one string of it translated."""
    for page in (
        ward.pages["voorpagina"],
        NieuwsIndexPage.objects.get(wijk=ward.wijk),
        ward.pages["live"].get_parent().specific,
    ):
        page.copy_for_translation(english)
    source, _made = TranslationSource.update_or_create_from_instance(ward.pages["live"].specific)
    translation = Translation.objects.create(source=source, target_locale=english)
    segment = source.stringsegment_set.select_related("context").first()
    assert segment is not None
    StringTranslation.objects.create(
        translation_of=segment.string,
        context=segment.context,
        locale=english,
        data=ward.hidden("vertaling"),
    )
    translation.save_target(publish=False)
    ward.rows["translation"], ward.rows["segment"] = translation, segment
    ward.rows["override"] = source.overridablesegment_set.first()
    ward.pages["vertaald"] = translation.get_target_instance()


def _traces(ward: Ward) -> None:
    """What people leave behind while they work: remarks, an open editor."""
    draft, author = ward.pages["concept"], ward.people[Rol.REDACTEUR]
    comment = Comment.objects.create(
        page=draft, user=author, text=ward.hidden("opmerking"), contentpath="title"
    )
    comment.replies.create(user=author, text=ward.hidden("antwoord"))
    ward.rows["session"] = EditingSession.objects.create(
        content_object=draft, user=author, last_seen_at=timezone.now()
    )
