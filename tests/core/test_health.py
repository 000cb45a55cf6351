"""Probes: they answer to any host, tell what is wrong, and keep secrets."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import timedelta
from pathlib import Path
from unittest.mock import patch

import pytest
from django.db import OperationalError, connection
from django.test import Client, override_settings
from django.utils import timezone
from django_tasks_db.models import DBTaskResult

from core.machines import health
from core.scheduler.tasks import heartbeat

DATABASE_TASKS = {"default": {"BACKEND": "django_tasks_db.DatabaseBackend"}}


@pytest.fixture
def with_worker() -> Iterator[None]:
    """A worker is expected, and the site runs for a while."""
    long_ago = health._started - health.WORKER_SILENT_AFTER.total_seconds() - 1
    with (
        override_settings(TASKS=DATABASE_TASKS),
        patch.object(health, "_started", long_ago),
    ):
        yield


def beat(ago: timedelta) -> None:
    """A heartbeat that was done some time ago."""
    heartbeat.enqueue()
    DBTaskResult.objects.update(status="SUCCESSFUL", finished_at=timezone.now() - ago)


def test_livez_asks_nothing_of_the_database(client: Client) -> None:
    response = client.get("/livez")

    assert response.status_code == 200
    assert response["Cache-Control"] == "no-store"
    assert response["X-Content-Type-Options"] == "nosniff"


@pytest.mark.django_db
@override_settings(SECURE_SSL_REDIRECT=True)
@pytest.mark.parametrize("url", ["/livez", "/healthz"])
def test_probes_answer_to_any_host_without_https(client: Client, url: str) -> None:
    assert client.get(url, headers={"host": "10.0.0.7:8000"}).status_code == 200
    assert client.post(url).status_code == 405


@pytest.mark.django_db
def test_healthy_site_says_so(client: Client) -> None:
    response = client.get("/healthz")

    assert response.status_code == 200
    assert response.content.decode() == "In orde.\n"


@pytest.mark.django_db
def test_broken_database_is_told_without_its_secrets(client: Client) -> None:
    with patch.object(connection, "cursor", side_effect=OperationalError("password=geheim")):
        response = client.get("/healthz")

    assert response.status_code == 503
    assert "database" in response.content.decode()
    assert "geheim" not in response.content.decode()


@pytest.mark.django_db
def test_old_database_is_told(client: Client) -> None:
    with (
        patch.object(health, "_known_as_migrated", new=False),
        patch.object(health, "unapplied_migrations", return_value=True),
    ):
        response = client.get("/healthz")

    assert response.status_code == 503
    assert "migrate" in response.content.decode()


@pytest.mark.django_db
def test_folder_that_cannot_be_written_is_told(client: Client, tmp_path: Path) -> None:
    with override_settings(VAR_DIR=tmp_path / "weg"):
        response = client.get("/healthz")

    assert response.status_code == 503
    assert str(tmp_path) not in response.content.decode()


@pytest.mark.django_db
def test_silent_worker_is_told(client: Client, with_worker: None) -> None:
    beat(timedelta(minutes=6))

    response = client.get("/healthz")

    assert response.status_code == 503
    assert "worker" in response.content.decode()


@pytest.mark.django_db
def test_worker_that_does_its_tasks_is_well(client: Client, with_worker: None) -> None:
    beat(timedelta(minutes=1))

    assert client.get("/healthz").status_code == 200


@pytest.mark.django_db
@override_settings(TASKS=DATABASE_TASKS)
def test_site_that_just_began_waits_for_its_worker(client: Client) -> None:
    with patch.object(health, "_started", health.time.monotonic()):
        assert client.get("/healthz").status_code == 200
