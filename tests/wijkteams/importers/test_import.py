"""An import makes wards that work, and the second time it changes nothing."""

from __future__ import annotations

import time
from typing import Any

import pytest
from django.apps import apps
from django.core.exceptions import ValidationError
from django.test import Client

from home.models import HomePage
from tests.wijkteams.importers.geojson import SLUISDAM, area, sluisdam, source, square
from wijkteams import services
from wijkteams.importers.dossier import Dossier, build_dossier
from wijkteams.importers.limits import MAX_TRANSACTION_SECONDS
from wijkteams.importers.rounds import ImportBusyError, create_ronde, preview, run
from wijkteams.models import Buurt, Importronde, Kerncijfer, Wijk

pytestmark = pytest.mark.django_db


def do_import(dossier: Dossier) -> Importronde:
    ronde = create_ronde(dossier, [source(*SLUISDAM)], arguments={}, status="wacht")
    return run(ronde, dossier)


def lines(ronde: Importronde, **filters: Any) -> list[tuple[str, str, str]]:
    rows = ronde.regels.filter(**filters)
    return [(row.code, row.action, row.reason) for row in rows]


def everything() -> dict[str, list[Any]]:
    """All rows of the site but the journal."""
    return {
        model._meta.label: list(model._default_manager.order_by("pk").values())
        for model in apps.get_models()
        if model._meta.model_name not in {"importronde", "importregel", "dbtaskresult"}
    }


def test_import_makes_wards_with_buurten_and_figures(hub: HomePage) -> None:
    ronde = do_import(sluisdam())

    wijk = Wijk.objects.get(code="WK999901")
    assert (wijk.name, wijk.slug, wijk.gemeente, wijk.gemeentecode) == (
        "Oude Sluis",
        "oude-sluis",
        "Sluisdam",
        "GM9999",
    )
    assert wijk.boundary == square(1)
    assert [buurt.name for buurt in wijk.buurten.all()] == ["Achter de Sluis", "Kerkplein"]
    assert [code.code for code in wijk.gebiedscodes.all()] == ["WK999901"]
    figure = Kerncijfer.objects.get(wijk=wijk, indicator="inwoners")
    assert (figure.jaar, figure.waarde) == (2024, 500)
    assert ronde.status == Importronde.Status.KLAAR
    assert ronde.counts["wijk"] == {"gemaakt": 2}
    assert ronde.counts["buurt"] == {"gemaakt": 3}


def test_each_ward_has_a_front_page_that_works(hub: HomePage, client: Client) -> None:
    do_import(sluisdam())

    for slug, name in (("oude-sluis", "Oude Sluis"), ("havenkwartier", "Havenkwartier")):
        response = client.get(f"/{slug}/")
        assert response.status_code == 200
        assert name in response.content.decode()


def test_second_run_changes_no_row(hub: HomePage) -> None:
    do_import(sluisdam())
    before = everything()

    ronde = do_import(sluisdam())

    assert everything() == before
    assert ronde.counts["wijk"] == {"ongewijzigd": 2}
    assert ronde.counts["buurt"] == {"ongewijzigd": 3}
    assert ronde.counts["kerncijfers"] == {"ongewijzigd": 2}


def test_preview_says_the_same_and_changes_nothing(hub: HomePage) -> None:
    before = everything()

    steps = preview(sluisdam())

    assert everything() == before
    assert [(step.kind, step.code, step.action) for step in steps] == [
        ("wijk", "WK999901", "gemaakt"),
        ("buurt", "BU99990101", "gemaakt"),
        ("buurt", "BU99990102", "gemaakt"),
        ("kerncijfers", "WK999901", "gemaakt"),
        ("wijk", "WK999902", "gemaakt"),
        ("buurt", "BU99990201", "gemaakt"),
        ("kerncijfers", "WK999902", "gemaakt"),
    ]


@pytest.mark.scale
def test_no_ward_keeps_the_database_for_long(
    hub: HomePage, monkeypatch: pytest.MonkeyPatch
) -> None:
    """In time of our own process: what else runs on this machine must not decide."""
    monkeypatch.setattr("wijkteams.importers.apply.perf_counter", time.process_time)
    many = [area(f"BU999901{number:02}", f"Buurt {number}") for number in range(1, 90)]

    ronde = do_import(sluisdam(area("WK999901", "Groot"), *many))

    assert Buurt.objects.count() == 89
    assert 0 < ronde.counts["longest_transaction_ms"] < MAX_TRANSACTION_SECONDS * 1000


def test_same_names_get_clear_addresses(hub: HomePage) -> None:
    other = area("WK888801", "Bosgebied", square(9), gemeente="Heuvelstad")
    both = [area("WK999905", "Wijk 05 Bosgebied"), area("WK999934", "Bosgebied")]

    do_import(sluisdam(other, *both, area("WK999906", "Zoeken"), figures=""))

    assert dict(Wijk.objects.values_list("code", "slug")) == {
        "WK888801": "bosgebied",
        "WK999905": "bosgebied-sluisdam",
        "WK999906": "zoeken-sluisdam",
        "WK999934": "bosgebied-sluisdam-2",
    }


def test_neighbours_get_different_colours(hub: HomePage) -> None:
    grid = [
        area(f"WK9999{row}{column}", f"Wijk {row}-{column}", square(column, row))
        for row in range(4)
        for column in range(4)
    ]

    do_import(sluisdam(*grid, figures=""))

    palette = dict(Wijk.objects.values_list("code", "palette"))
    for row in range(4):
        for column in range(3):
            assert palette[f"WK9999{row}{column}"] != palette[f"WK9999{row}{column + 1}"]
            assert palette[f"WK9999{column}{row}"] != palette[f"WK9999{column + 1}{row}"]
    assert "sluis" not in palette.values()


def test_buurten_with_one_name_get_different_addresses(hub: HomePage) -> None:
    twins = [area("BU99990101", "Hof"), area("BU99990102", "Hof"), area("BU99990103", "東京")]

    do_import(sluisdam(area("WK999901", "Sluis"), *twins, figures=""))

    slugs = list(Buurt.objects.order_by("code").values_list("slug", flat=True))
    assert slugs == ["hof", "hof-2", "bu99990103"]


def test_buurt_without_ward_is_skipped_with_the_reason(hub: HomePage) -> None:
    ronde = do_import(sluisdam(area("BU99990101", "Kerkplein"), figures=""))

    reason = "De wijk WK999901 staat niet in het bestand en niet op de site."
    assert lines(ronde) == [("BU99990101", "overgeslagen", reason)]
    assert not Buurt.objects.exists()


def test_buurten_may_come_later_in_a_file_of_their_own(hub: HomePage) -> None:
    do_import(sluisdam(*SLUISDAM[:2], figures=""))

    do_import(sluisdam(*SLUISDAM[2:], figures=""))

    assert Buurt.objects.filter(wijk__code="WK999901").count() == 2
    assert "buurten" in Wijk.objects.get(code="WK999901").imported


def test_ward_that_cannot_be_made_is_left_out_whole(
    hub: HomePage, monkeypatch: pytest.MonkeyPatch
) -> None:
    real = services.open_ward

    def refuse_haven(**fields: Any) -> Wijk:
        wijk = real(**fields)
        if fields["name"] == "Havenkwartier":
            raise ValidationError("Dit adres is al in gebruik.")
        return wijk

    monkeypatch.setattr(services, "open_ward", refuse_haven)

    ronde = do_import(sluisdam())

    assert [wijk.name for wijk in Wijk.objects.all()] == ["Oude Sluis"]
    assert ronde.status == Importronde.Status.DEELS
    assert lines(ronde, wijk_code="WK999902") == [
        ("WK999902", "overgeslagen", "Niet gelukt: Dit adres is al in gebruik.")
    ]


def test_crash_leaves_whole_wards_and_a_journal_and_going_on_finishes(
    hub: HomePage, monkeypatch: pytest.MonkeyPatch
) -> None:
    dossier = sluisdam()
    ronde = create_ronde(dossier, [source(*SLUISDAM)], arguments={}, status="wacht")
    with monkeypatch.context() as broken:
        broken.setattr("wijkteams.importers.apply._write_figures", _break_at_haven)
        with pytest.raises(OSError, match="schijf"):
            run(ronde, dossier)

    ronde.refresh_from_db()
    assert ronde.status == Importronde.Status.DEELS
    assert ronde.message == "Gestopt bij WK999902 door een storing."
    assert ronde.done == 1
    assert list(Buurt.objects.values_list("wijk__code", flat=True)) == ["WK999901", "WK999901"]

    run(ronde, dossier)
    assert ronde.status == Importronde.Status.KLAAR
    assert ronde.counts["wijk"] == {"gemaakt": 2}
    assert Wijk.objects.count() == 2
    assert ronde.regels.count() == 7


def _break_at_haven(wijk: Wijk, *rest: Any) -> None:
    if wijk.code == "WK999902":
        raise OSError("schijf vol")


def test_two_runs_at_once_are_refused_but_a_dead_one_is_put_aside(hub: HomePage) -> None:
    dossier = sluisdam()
    other = create_ronde(dossier, [source(*SLUISDAM)], arguments={}, status="bezig")

    with pytest.raises(ImportBusyError):
        do_import(dossier)
    Importronde.objects.filter(pk=other.pk).update(updated_at="2026-01-01T00:00Z")
    do_import(dossier)

    other.refresh_from_db()
    assert (other.status, other.message) == ("deels", "Deze import is onverwacht gestopt.")


def test_bad_boundary_on_the_site_does_not_stop_an_import(hub: HomePage) -> None:
    services.open_ward(name="Zuid", code="WK999903", gemeentecode="GM9999")
    for bad in ({"type": "Polygon", "coordinates": "x"}, {"type": "Wolk"}, [1], {}):
        Wijk.objects.filter(code="WK999903").update(boundary=bad)
        build_dossier([source(*SLUISDAM)])
        preview(sluisdam())
        do_import(sluisdam())

    assert Wijk.objects.count() == 3
