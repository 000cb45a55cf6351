"""A person who asks to be forgotten is forgotten: in no row, no file, no index (R-11)."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any
from urllib.parse import urlencode

import pytest
from django.apps import apps
from django.core.files.base import ContentFile
from django.core.management import call_command
from django.db import connection
from django.test import Client
from django.urls import reverse
from django.utils import timezone
from django_tasks_db.models import DBTaskResult
from wagtail.admin.models import FormState
from wagtail.models import PageLogEntry, Revision
from wagtail.users.models import UserProfile

from accounts.models import User
from core.mail import outbox
from core.models import Wislog
from core.privacy.engine import erase_person
from nieuws.models import NieuwsIndexPage, NieuwsPage
from tests.conftest import client_of
from tests.factories import lid, news, photo
from wijkteams.models import Importronde, Teamlid, Uitnodiging, Wijk, WijkteamPage
from wijkteams.roles import Rol

pytestmark = pytest.mark.django_db
MAIL = "sjoukje.merkteken@sluisdam.example"
NAME = "Sjoukje Merkteken"
PHONE = "06-98765432"
MARKS = (MAIL, NAME, "Merkteken", PHONE)


@pytest.fixture
def sjoukje(haven: Wijk) -> User:
    user = lid(MAIL, Rol.REDACTEUR, haven)
    user.first_name, user.last_name = "Sjoukje", "Merkteken"
    user.save()
    return user


def half_filled_form(user: User, page: NieuwsPage) -> None:
    """A form of a colleague, in which she is named."""
    FormState.objects.create(
        user=user,
        content_type=page.content_type,
        object_id=str(page.pk),
        data=urlencode({"title": f"van {NAME}, {MAIL}"}),
        last_updated_at=timezone.now(),
    )


@pytest.fixture
def traces(sjoukje: User, haven: Wijk, haven_news: NieuwsIndexPage) -> NieuwsPage:
    """Sjoukje worked here for a while."""
    item = news(
        haven_news,
        "Feest op de kade",
        owner=sjoukje,
        photo_credit="Sjoukje",
        summary=f"Opgeven bij {NAME}",
        body=json.dumps(
            [
                {"type": "text", "value": {"text": f"<p>Mail {MAIL.upper()} of bel.</p>"}},
                {"type": "contact", "value": {"name": "Sjoukje M.", "email": MAIL, "phone": PHONE}},
            ]
        ),
    )
    item.save_revision(user=sjoukje, log_action=True).publish(user=sjoukje)
    team = WijkteamPage.objects.get(wijk=haven)
    Teamlid.objects.create(page=team, name="Sjoukje", task="Voorzitter")
    WijkteamPage.objects.get(pk=team.pk).save_revision(user=sjoukje)
    photo(haven, title="Kade", photographer=NAME, uploaded_by_user=sjoukje)
    Importronde.objects.create(file_name="x.geojson", sha256="0", created_by=sjoukje)
    UserProfile.objects.create(user=sjoukje, avatar=ContentFile(b"x", name="a.png"))
    half_filled_form(lid("ander@sluisdam.example", Rol.REDACTEUR, haven), item)
    haven.contact_email = MAIL
    haven.save()
    Uitnodiging.objects.create(
        email=MAIL, wijk=haven, rol=Rol.REDACTEUR, token_hash="1", expires_at="2030-01-01T00:00Z"
    )
    DBTaskResult.objects.create(
        args_kwargs={"args": [], "kwargs": {"to": MAIL, "text": f"Dag {NAME}"}},
        task_path=outbox.deliver.module_path,
        queue_name="default",
        backend_name="default",
    )
    client_of(sjoukje).get(reverse("wagtailadmin_home"))
    return item


def everything() -> str:
    """All rows of all tables, as text."""
    found: list[Any] = []
    with connection.cursor() as cursor:
        for table in connection.introspection.table_names(cursor):
            cursor.execute(f"SELECT * FROM {connection.ops.quote_name(table)}")  # noqa: S608
            found += cursor.fetchall()
    return json.dumps(found, default=readable, ensure_ascii=False)


def readable(value: Any) -> str:
    """Bytes as text, and everything else that JSON does not know."""
    if isinstance(value, (bytes, memoryview)):
        return bytes(value).decode(errors="replace")
    return str(value)


def test_no_trace_stays_in_any_table(traces: NieuwsPage) -> None:
    before = everything()
    assert all(mark in before for mark in (MAIL, NAME, PHONE))

    erase_person(MAIL)

    after = everything().lower()
    assert [mark for mark in MARKS if mark.lower() in after] == []


def test_no_link_to_the_account_stays(traces: NieuwsPage, sjoukje: User) -> None:
    key = sjoukje.pk

    erase_person(MAIL)

    for model in apps.get_models(include_auto_created=True):
        for field in model._meta.local_fields:
            if field.is_relation and field.related_model is User:
                linked = model._base_manager.filter(**{field.attname: key})
                assert not linked.exists(), f"{model._meta.label}.{field.name}"


def test_what_she_wrote_stays_without_her_name(traces: NieuwsPage, client: Client) -> None:
    erase_person(MAIL)

    page = NieuwsPage.objects.get(pk=traces.pk)
    assert page.live
    assert page.owner is None
    assert page.photo_credit == ""
    assert "Sjoukje" not in str(page.body.raw_data)
    screen = client.get(page.url)
    assert screen.status_code == 200
    assert "Sjoukje" not in screen.content.decode()
    assert Revision.objects.exists()
    assert PageLogEntry.objects.exists()


def test_first_name_in_another_ward_is_somebody_else(
    traces: NieuwsPage, sluis: Wijk, sluis_news: NieuwsIndexPage
) -> None:
    other = news(sluis_news, "Markt", photo_credit="Sjoukje")
    team = WijkteamPage.objects.get(wijk=sluis)
    Teamlid.objects.create(page=team, name="Sjoukje")

    erase_person(MAIL)

    assert NieuwsPage.objects.get(pk=other.pk).photo_credit == "Sjoukje"
    assert [member.page_id for member in Teamlid.objects.all()] == [team.pk]


def test_longer_address_that_ends_the_same_is_somebody_else(
    haven_news: NieuwsIndexPage, sjoukje: User
) -> None:
    item = news(haven_news, summary=f"Mail anna.{MAIL}")

    erase_person(MAIL)

    assert NieuwsPage.objects.get(pk=item.pk).summary == f"Mail anna.{MAIL}"


def test_portrait_file_goes(traces: NieuwsPage, django_capture_on_commit_callbacks: Any) -> None:
    profile = UserProfile.objects.get()
    path = Path(profile.avatar.path)
    assert path.exists()

    with django_capture_on_commit_callbacks(execute=True):
        erase_person(MAIL)

    assert not path.exists()


def test_caught_mail_goes(
    settings: Any, tmp_path: Path, django_capture_on_commit_callbacks: Any, db: None
) -> None:
    from core.privacy import mail_processings

    settings.MAIL_CAUGHT_DIR = tmp_path
    (tmp_path / "1.log").write_text(f"To: {MAIL}")
    (tmp_path / "2.log").write_text("To: ina@example.org")
    person = mail_processings.Person(MAIL)

    with django_capture_on_commit_callbacks(execute=True):
        mail_processings._erase_caught(person)

    assert [path.name for path in tmp_path.iterdir()] == ["2.log"]


def test_log_of_the_erasure_names_nobody(traces: NieuwsPage) -> None:
    erase_person(MAIL)

    logged = dict(Wislog.objects.values_list("processing", "count"))
    assert logged["account"] == 1
    assert logged["uitnodigingen"] == 1
    assert logged["post"] == 1
    assert {field.name for field in Wislog._meta.fields} == {
        "id",
        "created_at",
        "processing",
        "count",
    }


def test_trial_run_counts_and_erases_nothing(
    traces: NieuwsPage, capsys: pytest.CaptureFixture[str]
) -> None:
    call_command("wis_persoon", MAIL, "--droog")

    assert "account: 1" in capsys.readouterr().out
    assert User.objects.filter(email=MAIL).exists()
    assert NAME in everything()


def test_failure_half_way_erases_nothing(
    traces: NieuwsPage, monkeypatch: pytest.MonkeyPatch
) -> None:
    def break_down(person: object) -> int:
        raise RuntimeError("killed")

    from core.privacy.register import _PROCESSINGS, Processing

    broken = Processing("zzz", "x", "x", ("x",), "x", "x", "x", erase=break_down, order=99)
    monkeypatch.setitem(_PROCESSINGS, "zzz", broken)

    with pytest.raises(RuntimeError):
        erase_person(MAIL)

    assert User.objects.filter(email=MAIL).exists()
    assert Uitnodiging.objects.exists()


def test_unknown_address_is_said_to_be_unknown(
    db: None, capsys: pytest.CaptureFixture[str]
) -> None:
    call_command("wis_persoon", "niemand@example.org")

    assert "niets bekend" in capsys.readouterr().out
