"""Nothing is kept about people without a declaration."""

from __future__ import annotations

import pytest
from django.apps import apps
from django.conf import settings
from django.db import models
from django.test.utils import isolate_apps

from core.privacy import processings
from core.privacy.audit import undeclared
from core.privacy.register import declared_fields


def test_every_field_that_looks_personal_is_declared() -> None:
    assert undeclared(apps.get_models(include_auto_created=True)) == []


@isolate_apps("core")
def test_new_model_with_personal_fields_is_noticed() -> None:
    class Aanmelding(models.Model):
        voornaam = models.CharField(max_length=60)
        contact_email = models.EmailField()
        phone = models.CharField(max_length=20)
        ip_address = models.GenericIPAddressField()
        user = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.CASCADE)
        amount = models.IntegerField()

        class Meta:
            app_label = "core"

    # The link is by name only here: an isolated app does not know the real user model.
    found = undeclared([Aanmelding])

    assert {name.rpartition(".")[2] for name in found} >= {
        "voornaam",
        "contact_email",
        "phone",
        "ip_address",
    }
    assert "core.Aanmelding.amount" not in found


def test_declaration_that_is_taken_away_is_missed(monkeypatch: pytest.MonkeyPatch) -> None:
    from core.privacy.register import _PROCESSINGS

    monkeypatch.delitem(_PROCESSINGS, "uitnodigingen")
    monkeypatch.delitem(_PROCESSINGS, "account")

    missed = undeclared(apps.get_models(include_auto_created=True))

    assert "wijkteams.Uitnodiging.email" in missed
    assert "wijkteams.Uitnodiging.invited_by" in missed
    assert "accounts.User.email" in missed


def test_declared_fields_exist() -> None:
    for label, name in declared_fields():
        field = apps.get_model(label)._meta.get_field(name)

        assert field.name == name


def test_every_processing_says_who_why_on_what_ground_and_how_long() -> None:
    for processing in processings():
        words = (processing.title, processing.who, processing.purpose, processing.ground)

        assert all(str(text) for text in words), processing.key
        assert str(processing.retention), processing.key
        assert processing.data, processing.key
        assert processing.purge is None or processing.keep is not None, processing.key
