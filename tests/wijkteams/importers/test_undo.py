"""An import can be taken back, except for what people worked on since."""

from __future__ import annotations

from typing import Any

import pytest
from django.core.management import call_command
from wagtail.models import Page

from home.models import HomePage
from nieuws.models import NieuwsIndexPage
from tests.factories import lid, news
from tests.wijkteams.importers.geojson import FIGURES, SLUISDAM, area, sluisdam, source, square
from wijkteams.importers.rounds import ImportBusyError, create_ronde, run
from wijkteams.importers.undo import left_alone, try_undo, undo
from wijkteams.models import Buurt, Importronde, Kerncijfer, Uitnodiging, Wijk, WijkPage
from wijkteams.roles import Rol

pytestmark = pytest.mark.django_db


def do_import(*features: object, figures: str = FIGURES, user: Any = None) -> Importronde:
    dossier = sluisdam(*features, figures=figures)
    ronde = create_ronde(
        dossier, [source(*SLUISDAM)], arguments={}, status="wacht", created_by=user
    )
    return run(ronde, dossier)


def reasons(ronde: Importronde) -> set[tuple[str, str]]:
    return {(line.wijk_code, line.undo_reason) for line in left_alone(ronde)}


def test_wards_that_nobody_touched_are_removed(hub: HomePage) -> None:
    pages = set(Page.objects.values_list("pk", flat=True))
    ronde = do_import()

    undo(ronde)

    assert ronde.status == Importronde.Status.ONGEDAAN
    assert not Wijk.objects.exists()
    assert not Buurt.objects.exists()
    assert not Kerncijfer.objects.exists()
    assert set(Page.objects.values_list("pk", flat=True)) == pages
    assert left_alone(ronde) == []


def test_import_by_an_editor_counts_as_untouched_too(hub: HomePage, bea: Any) -> None:
    ronde = do_import(user=bea)

    undo(ronde)

    assert not Wijk.objects.exists()


def change_field(wijk: Wijk) -> None:
    Wijk.objects.filter(pk=wijk.pk).update(contact_phone="0182 000000")


def add_member(wijk: Wijk) -> None:
    lid("els@sluisdam.example", Rol.REDACTEUR, wijk)


def invite(wijk: Wijk) -> None:
    Uitnodiging.objects.create(
        email="els@sluisdam.example",
        wijk=wijk,
        rol=Rol.REDACTEUR,
        token_hash="x",
        expires_at="2030-01-01T00:00Z",
    )


def write_news(wijk: Wijk) -> None:
    news(NieuwsIndexPage.objects.get(wijk=wijk), "De brug is open")


def save_draft(wijk: Wijk) -> None:
    user = lid("els@sluisdam.example", Rol.STADSREDACTIE, None)
    WijkPage.objects.get(wijk=wijk).save_revision(user=user)


def add_postcode(wijk: Wijk) -> None:
    wijk.postcodes.create(postcode="2801")


def add_buurt(wijk: Wijk) -> None:
    wijk.buurten.create(name="Het Hofje", slug="het-hofje")


def correct_figure(wijk: Wijk) -> None:
    wijk.kerncijfers.filter(indicator="mannen").update(waarde=1)


def import_more(wijk: Wijk) -> None:
    do_import(*SLUISDAM, area("BU99990109", "Nieuw"))


@pytest.mark.parametrize(
    ("touch", "words"),
    [
        (change_field, "De gegevens van de wijk zijn daarna aangepast."),
        (add_member, "De wijk heeft al leden."),
        (invite, "Er is al iemand uitgenodigd voor deze wijk."),
        (write_news, "De wijk heeft nieuwe pagina's."),
        (save_draft, "De redactie heeft aan de pagina's van de wijk gewerkt."),
        (add_postcode, "Er hangen al andere gegevens aan deze wijk."),
        (add_buurt, "De redactie heeft buurten of cijfers van de wijk aangepast."),
        (correct_figure, "De redactie heeft buurten of cijfers van de wijk aangepast."),
        (import_more, "Een latere import heeft deze wijk aangevuld. Draai die eerst terug."),
    ],
)
def test_ward_that_somebody_touched_stays(hub: HomePage, touch: Any, words: str) -> None:
    ronde = do_import()
    touch(Wijk.objects.get(code="WK999901"))

    undo(ronde)

    assert reasons(ronde) == {("WK999901", words)}
    assert [wijk.code for wijk in Wijk.objects.all()] == ["WK999901"]
    assert Buurt.objects.filter(wijk__code="WK999901").count() >= 2


def test_changes_go_back_to_what_they_were(hub: HomePage) -> None:
    do_import()
    second = do_import(
        area("WK999901", "Sluis-Oost", square(7)),
        area("BU99990101", "Plein", square(8)),
        area("BU99990103", "Nieuwe Hof"),
        figures="code,AantalInwoners_5,Vrouwen_7\nWK999901,777,3\n",
    )
    assert Wijk.objects.get(code="WK999901").name == "Sluis-Oost"

    undo(second)

    wijk = Wijk.objects.get(code="WK999901")
    assert (wijk.name, wijk.boundary) == ("Oude Sluis", square(1))
    assert WijkPage.objects.get(wijk=wijk).title == "Oude Sluis"
    assert Buurt.objects.get(code="BU99990101").name == "Kerkplein"
    assert not Buurt.objects.filter(code="BU99990103").exists()
    figures = dict(wijk.kerncijfers.values_list("indicator", "waarde"))
    assert figures == {"inwoners": 500, "mannen": 251}
    assert left_alone(second) == []


def test_after_taking_back_the_same_file_can_be_imported_again(hub: HomePage) -> None:
    first = do_import()
    undo(do_import(area("WK999901", "Sluis-Oost"), area("BU99990103", "Nieuwe Hof")))

    again = do_import(area("WK999901", "Sluis-Oost"), area("BU99990103", "Nieuwe Hof"))

    assert Wijk.objects.get(code="WK999901").name == "Sluis-Oost"
    assert again.counts["buurt"] == {"gemaakt": 1}
    assert first.pk < again.pk


def test_value_that_was_changed_since_stays(hub: HomePage) -> None:
    do_import()
    second = do_import(
        area("WK999901", "Sluis-Oost", square(7)), figures="code,Mannen_6\nWK999901,3\n"
    )
    Wijk.objects.filter(code="WK999901").update(name="Onze Sluis")
    Kerncijfer.objects.filter(indicator="mannen", wijk__code="WK999901").update(waarde=4)

    undo(second)

    wijk = Wijk.objects.get(code="WK999901")
    assert (wijk.name, wijk.boundary) == ("Onze Sluis", square(1))
    assert wijk.kerncijfers.get(indicator="mannen").waarde == 4
    assert reasons(second) == {
        ("WK999901", "Daarna nog aangepast: naam."),
        ("WK999901", "Daarna nog aangepast: mannen."),
    }


def test_buurt_that_is_in_use_stays(hub: HomePage) -> None:
    do_import(area("WK999901", "Oude Sluis"), figures="")
    second = do_import(area("BU99990101", "Kerkplein"), figures="")
    item = news(NieuwsIndexPage.objects.get(wijk__code="WK999901"), "De brug is open")
    item.buurten.add(Buurt.objects.get())
    item.save()

    undo(second)

    assert reasons(second) == {("WK999901", "Er is al iets aan deze buurt gekoppeld.")}
    assert Buurt.objects.exists()


def test_trial_changes_nothing(hub: HomePage) -> None:
    ronde = do_import()
    add_member(Wijk.objects.get(code="WK999901"))

    left = try_undo(ronde)

    assert {line.wijk_code for line in left} == {"WK999901"}
    assert Wijk.objects.count() == 2
    ronde.refresh_from_db()
    assert ronde.can_be_undone


def test_undo_waits_for_a_running_import(hub: HomePage) -> None:
    ronde = do_import()
    Importronde.objects.create(file_name="x", sha256="x", status="bezig")

    with pytest.raises(ImportBusyError):
        undo(ronde)

    assert Wijk.objects.count() == 2


def test_undo_that_breaks_says_where_and_goes_on_later(
    hub: HomePage, monkeypatch: pytest.MonkeyPatch
) -> None:
    ronde = do_import()

    def break_at_haven(wijk: Wijk, line: Any) -> str:
        if wijk.code == "WK999902":
            raise OSError("schijf vol")
        return ""

    with monkeypatch.context() as broken:
        broken.setattr("wijkteams.importers.undo.reason_to_keep", break_at_haven)
        with pytest.raises(OSError, match="schijf"):
            undo(ronde)
    ronde.refresh_from_db()
    assert ronde.message == "Terugdraaien is gestopt bij WK999902 door een storing."
    assert [wijk.code for wijk in Wijk.objects.all()] == ["WK999902"]

    call_command("maak_import_ongedaan", str(ronde.pk))

    assert not Wijk.objects.exists()
