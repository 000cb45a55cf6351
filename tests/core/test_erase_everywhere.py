"""One marker through everything that the site can keep, and afterwards in no byte of it (R-11)."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest
from django.conf import settings
from django.core.cache import cache
from django.core.files.base import ContentFile
from django.db import connection
from django.test import override_settings
from wagtail.models import Comment, CommentReply, ModelLogEntry, Page, PageLogEntry, Revision
from wagtail.search.backends import get_search_backend

from accounts.models import User
from core.exports.ledger import record
from core.models import Inzage
from core.privacy import bytes as bytes_of_the_database
from core.privacy.engine import erase_person, export_person, files_of
from core.privacy.person import find_person
from nieuws.models import NieuwsPage
from tests.conftest import client_of
from tests.core.test_erase import MAIL, NAME, PHONE, everything, sjoukje, traces
from tests.factories import photo
from tests.pace import at_most
from wijkteams.models import Document, Teamlid, Uitnodiging, Wijk, WijkteamPage
from wijkteams.roles import Rol

__all__ = ["sjoukje", "traces"]
pytestmark = pytest.mark.django_db
MARKS = (MAIL, NAME, "Merkteken", PHONE, "0698765432")
ALSO = (PHONE,)


@pytest.fixture
def all_over(traces: NieuwsPage, sjoukje: User, haven: Wijk) -> NieuwsPage:
    """Titles, drafts, comments, invitations of every kind, portraits, documents, logs, cache."""
    traces.title = f"Interview met {NAME}"
    traces.save_revision(user=sjoukje, log_action=True).publish(user=sjoukje)
    traces.title, traces.summary = f"{NAME} stopt", f"Bel {PHONE} of 0698765432"
    draft = traces.save_revision(user=sjoukje, log_action=True)
    comment = Comment.objects.create(
        page=traces, user=sjoukje, text=f"Klopt {MAIL}?", contentpath="title"
    )
    CommentReply.objects.create(comment=comment, user=sjoukje, text=f"Ja, {NAME}")
    draft.save()
    for n, moment in enumerate(("2020-01-01T00:00Z", "2031-01-01T00:00Z")):
        Uitnodiging.objects.create(
            email=MAIL,
            wijk=haven,
            rol=Rol.SCHRIJVER,
            token_hash=f"extra{n}",
            expires_at=moment,
            accepted_at="2026-01-01T00:00Z" if n else None,
        )
    team = WijkteamPage.objects.get(wijk=haven)
    Teamlid.objects.create(page=team, name=NAME, image=photo(haven, title=f"Portret {NAME}"))
    file = ContentFile(b"verslag", name="verslag.txt")
    Document.objects.create(
        title=f"Verslag van {NAME}", file=file, wijk=haven, uploaded_by_user=sjoukje
    )
    ModelLogEntry.objects.log_action(
        instance=haven, action="wagtail.edit", user=sjoukje, title=f"{NAME} {MAIL}"
    )
    record(sjoukje, Inzage.Kind.EXPORT, "thema:index", rows=1, addresses=[MAIL])
    cache.set("blok", f"Bel {NAME}")
    client_of(sjoukje).get("/beheer/")
    return traces


def bytes_of_sqlite() -> bytes:
    """All pages of the database, the free ones too."""
    raw = connection.connection.serialize()
    assert isinstance(raw, bytes)
    return raw.lower()


def files() -> dict[Path, bytes]:
    folders = (Path(settings.MEDIA_ROOT), Path(settings.STORAGES["private"]["OPTIONS"]["location"]))
    found = [path for folder in folders for path in folder.rglob("*") if path.is_file()]
    return {path: path.read_bytes() for path in found}


def test_marker_is_in_no_row_of_any_table(all_over: NieuwsPage) -> None:
    before = everything()
    assert all(mark in before for mark in MARKS)

    erase_person(MAIL, also=ALSO)

    after = everything().lower()
    assert [mark for mark in MARKS if mark.lower() in after] == []


@pytest.mark.skipif(connection.vendor != "sqlite", reason="PostgreSQL keeps its bytes elsewhere")
def test_marker_is_in_no_byte_of_the_database(all_over: NieuwsPage) -> None:
    before = bytes_of_sqlite()
    assert all(mark.lower().encode() in before for mark in MARKS)

    erase_person(MAIL, also=ALSO)

    after = bytes_of_sqlite()
    assert [mark for mark in MARKS if mark.lower().encode() in after] == []


@pytest.mark.skipif(connection.vendor != "sqlite", reason="only SQLite's index is merged by hand")
def test_without_merging_the_index_the_same_check_goes_red(
    all_over: NieuwsPage, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("core.privacy.engine.merge_search_index", lambda: None)
    backend: Any = get_search_backend()
    assert list(backend.search("Merkteken", NieuwsPage))  # a question writes what still waits

    erase_person(MAIL, also=ALSO)

    # The index stores of a word only what differs from the word before it.
    assert b"rkte" in bytes_of_sqlite()
    bytes_of_the_database.merge_search_index()
    assert b"rkte" not in bytes_of_sqlite()


def test_nobody_finds_the_name_any_more(all_over: NieuwsPage) -> None:
    backend: Any = get_search_backend()
    assert list(backend.search("Merkteken", NieuwsPage))

    erase_person(MAIL, also=ALSO)

    assert not list(backend.search("Merkteken", NieuwsPage))
    assert not list(backend.search("Merkteken", Page))


def test_portraits_and_cache_go(
    all_over: NieuwsPage, haven: Wijk, django_capture_on_commit_callbacks: Any
) -> None:
    portrait = Teamlid.objects.get(name=NAME).image
    assert portrait is not None
    path = Path(portrait.file.path)
    assert path.read_bytes()

    with django_capture_on_commit_callbacks(execute=True):
        erase_person(MAIL, also=ALSO)

    assert not type(portrait).objects.filter(pk=portrait.pk).exists()
    assert not path.exists()
    assert [p for p, content in files().items() if b"Merkteken" in content] == []
    assert cache.get("blok") is None


def test_portrait_that_another_page_uses_stays_for_the_editor(
    all_over: NieuwsPage, haven: Wijk
) -> None:
    portrait = Teamlid.objects.get(name=NAME).image
    NieuwsPage.objects.get(pk=all_over.pk).__class__.objects.filter(pk=all_over.pk).update(
        image=portrait
    )
    page = NieuwsPage.objects.get(pk=all_over.pk)
    page.save()

    erase_person(MAIL, also=ALSO)

    assert type(portrait).objects.filter(pk=portrait.pk).exists()


def test_what_is_counted_stays_the_same(all_over: NieuwsPage) -> None:
    def counts() -> dict[str, int]:
        models = (Page, NieuwsPage, Revision, PageLogEntry, Document, Comment, Inzage)
        return {model.__name__: model._default_manager.count() for model in models}

    before = counts()
    before.pop("Comment")  # a remark of who is gone helps nobody

    erase_person(MAIL, also=ALSO)

    after = counts()
    after.pop("Comment")
    assert after == before


def test_it_is_done_within_a_minute(all_over: NieuwsPage) -> None:
    with at_most(60):
        erase_person(MAIL, also=ALSO)


def test_export_holds_every_marker_and_the_files(all_over: NieuwsPage) -> None:
    found = export_person(MAIL, also=ALSO)

    text = json.dumps(found, ensure_ascii=False, default=str)
    assert [mark for mark in MARKS if mark not in text] == []
    names = [name.partition("-")[0] for name, _file in files_of(find_person(MAIL))]
    assert {"profielfoto", "foto", "portret"} <= set(names)


@override_settings(SECRET_KEY="x" * 60)
def test_twice_is_the_same_as_once(all_over: NieuwsPage) -> None:
    erase_person(MAIL, also=ALSO)

    assert not any(erase_person(MAIL, also=ALSO).values())
