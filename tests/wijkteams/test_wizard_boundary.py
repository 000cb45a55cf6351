"""The boundary in the form 'Nieuwe wijk', and a failure half-way."""

from __future__ import annotations

import json
from typing import Any

import pytest
from django.core import mail
from django.core.files.uploadedfile import SimpleUploadedFile
from django.test import Client
from django_tasks_db.models import DBTaskResult
from wagtail.models import ModelLogEntry, Page

from accounts.models import User
from tests.wijkteams.test_wizard import SQUARE, URL, error_of, typed
from wijkteams.models import Buurt, Lidmaatschap, Postcode, Uitnodiging, Wijk, WijkPage
from wijkteams.wizard import opening


def boundary_file(content: bytes) -> SimpleUploadedFile:
    return SimpleUploadedFile("grens.geojson", content, "application/geo+json")


def test_boundary_comes_from_a_file(as_bea: Client) -> None:
    feature = {"type": "Feature", "properties": {}, "geometry": SQUARE}
    upload = boundary_file(json.dumps(feature).encode())

    as_bea.post(URL, typed(boundary="", boundary_file=upload))

    assert Wijk.objects.get().boundary == SQUARE


def test_boundary_from_a_file_is_kept_after_an_error_elsewhere(as_bea: Client) -> None:
    upload = boundary_file(json.dumps(SQUARE).encode())

    response = as_bea.post(URL, typed(name="", boundary="", boundary_file=upload))

    kept = response.context["form"]["boundary"].value()
    assert json.loads(kept) == SQUARE


@pytest.mark.parametrize(
    ("content", "message"),
    [
        (b"\xff\xfe\x00", "geen tekst in UTF-8"),
        (b" " * (2 * 1024 * 1024 + 1), "hoogstens 2 MB"),
        (b'{"type": "Polygon"}', "geen punten"),
    ],
)
def test_a_wrong_file_is_refused(as_bea: Client, content: bytes, message: str) -> None:
    response = as_bea.post(URL, typed(boundary="", boundary_file=boundary_file(content)))

    assert message in error_of(response, "boundary_file")
    assert not Wijk.objects.exists()


@pytest.mark.parametrize("broken", ["invite", "_add_contact", "open_ward"])
def test_a_failure_half_way_leaves_no_trace(
    client: Client, bea: User, settings: Any, monkeypatch: pytest.MonkeyPatch, broken: str
) -> None:
    settings.TASKS = {"default": {"BACKEND": "django_tasks_db.DatabaseBackend"}}
    client.raise_request_exception = False
    client.force_login(bea, backend="django.contrib.auth.backends.ModelBackend")
    real, calls = getattr(opening, broken), []

    def works_then_fails(*args: Any, **kwargs: Any) -> Any:
        calls.append(real(*args, **kwargs))
        raise RuntimeError("the disk is full")

    monkeypatch.setattr(opening, broken, works_then_fails)
    before = Page.objects.count(), ModelLogEntry.objects.count()

    response = client.post(URL, typed())

    assert calls
    assert response.status_code == 500
    for model in (Wijk, WijkPage, Buurt, Postcode, Uitnodiging, DBTaskResult):
        assert not model.objects.exists(), model
    assert (Page.objects.count(), ModelLogEntry.objects.count()) == before
    assert not mail.outbox
    assert list(Lidmaatschap.objects.values_list("user", flat=True)) == [bea.pk]
