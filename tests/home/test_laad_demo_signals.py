"""The signals of the demo city: in every state, and nothing on the site that must stay inside."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from datetime import timedelta

import pytest
from django.test import Client, override_settings
from django.utils import timezone

import nieuws.demo
import wijkteams.demo.wards
from tests.home.demo_city import AS_DEMO
from tests.pace import at_most
from wijkteams.demo.pictures import DemoPictures
from wijkteams.models import Wijk
from wijkteams.signalen.demo import load
from wijkteams.signalen.models import (
    Attendering,
    Doorzending,
    Klasse,
    Melder,
    Openbaarheid,
    Opvolging,
    Signaal,
    SignaalFoto,
    SignaalthemaPage,
    Staat,
    Themasignaal,
)
from wijkteams.signalen.staten import NEEDS_REASON, may_move


@pytest.fixture(autouse=True)
def _loaded(told: str, db: None) -> Iterator[None]:
    with override_settings(**AS_DEMO):
        yield


def test_there_are_a_hundred_and_forty_in_every_state_class_and_ward() -> None:
    rows = list(Signaal.objects.select_related("wijk"))

    assert len(rows) == 140
    assert {row.staat for row in rows} >= set(Staat) - {Staat.HEROPEND}
    assert {row.klasse for row in rows} == set(Klasse)
    assert {row.openbaarheid for row in rows} == set(Openbaarheid)
    assert {row.wijk for row in rows} == set(Wijk.objects.all())
    oldest = min(row.gemeld_op for row in rows)
    assert timedelta(days=365) < timezone.now() - oldest < timedelta(days=600)
    assert Signaal.objects.exclude(samengevoegd_in=None).exists()


def test_each_step_is_one_that_the_table_allows() -> None:
    for step in Opvolging.objects.exclude(van=""):
        assert may_move(step.van, step.naar), step
        assert step.openbare_zin or step.naar not in NEEDS_REASON, step
    last = {step.signaal_id: step.naar for step in Opvolging.objects.order_by("wanneer", "pk")}
    assert last == dict(Signaal.objects.values_list("pk", "staat"))
    assert Counter(Doorzending.objects.values_list("stand", flat=True)).keys() >= {
        "verstuurd",
        "beantwoord",
        "verwerkt",
    }


def test_only_what_may_be_told_is_on_the_site() -> None:
    public = Signaal.objects.openbaar()
    client = Client()
    body = "".join(
        b"".join(client.get(f"/signalen/{name}")).decode()
        for name in ("signalen.csv", "signalen.geojson")
    )

    assert public.exists()
    for one in public.filter(klasse=Klasse.OPENBAAR):
        assert one.code in body
    inside = Signaal.objects.exclude(pk__in=public.filter(klasse=Klasse.OPENBAAR))
    told = inside.exclude(titel__in=public.filter(klasse=Klasse.OPENBAAR).values("titel"))
    assert told.filter(klasse=Klasse.VERTROUWELIJK).count() > 5
    for one in told:
        assert one.titel not in body, one
    for one in Signaal.objects.filter(klasse=Klasse.VERTROUWELIJK):
        assert one.code not in body


def test_photos_of_closed_ones_are_not_on_the_site_and_people_are_made_up() -> None:
    assert SignaalFoto.objects.filter(is_openbaar=True).count() >= 10
    for foto in SignaalFoto.objects.select_related("signaal"):
        assert not foto.signaal.is_vertrouwelijk
        assert foto.file.storage.exists(foto.file.name)
    for melder in Melder.objects.exclude(email=""):
        assert melder.email.endswith("@bewoner.example")


def test_ten_signals_became_a_theme_and_a_bus() -> None:
    page = SignaalthemaPage.objects.get()
    rows = Themasignaal.objects.filter(translation_key=page.translation_key)
    html = Client().get(page.url).content.decode()

    assert rows.count() >= 5
    assert rows.exclude(citaat="").exists()
    assert all(row.signaal.citaat for row in rows.exclude(citaat="").select_related("signaal"))
    assert "/oude-sluis/agenda/boodschappenbus/" in html
    bus = Client().get("/oude-sluis/agenda/boodschappenbus/").content.decode()
    assert page.title in bus


def test_loading_them_takes_little_of_the_time_that_a_city_takes() -> None:
    codes = Signaal.objects.count()
    SignaalthemaPage.objects.get().delete()
    Signaal.objects.all().delete()
    Attendering.objects.all().delete()

    with at_most(4):
        albums = [nieuws.demo.HERE, wijkteams.demo.wards.HERE]
        load(DemoPictures(), timezone.localdate(), albums)

    assert Signaal.objects.count() == codes
