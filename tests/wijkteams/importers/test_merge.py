"""What editors wrote stays; what they left alone follows the file."""

from __future__ import annotations

from typing import Any

import pytest

from home.models import HomePage
from tests.wijkteams.importers.geojson import SLUISDAM, area, sluisdam, source, square
from wijkteams import services
from wijkteams.importers.rounds import create_ronde, run
from wijkteams.models import Buurt, Gebiedscode, Importronde, Kerncijfer, Wijk, WijkPage

pytestmark = pytest.mark.django_db


def do_import(*features: object, figures: str = "") -> Importronde:
    dossier = sluisdam(*features, figures=figures)
    ronde = create_ronde(dossier, [source(*SLUISDAM)], arguments={}, status="wacht")
    return run(ronde, dossier)


def line(ronde: Importronde, code: str, kind: str = "wijk") -> tuple[str, str]:
    regel = ronde.regels.get(code=code, kind=kind)
    return regel.action, regel.reason


def ward(**fields: Any) -> Wijk:
    """Oude Sluis, imported, and then changed by an editor."""
    do_import(area("WK999901", "Oude Sluis"), area("BU99990101", "Kerkplein"))
    Wijk.objects.filter(code="WK999901").update(**fields)
    return Wijk.objects.get(code="WK999901")


def test_new_name_and_boundary_are_taken_over(hub: HomePage) -> None:
    ward(contact_email="sluis@sluisdam.example")

    ronde = do_import(area("WK999901", "Sluis-Oost", square(7)))

    wijk = Wijk.objects.get(code="WK999901")
    assert line(ronde, "WK999901") == ("gewijzigd", "Nieuw: naam, grens.")
    assert (wijk.name, wijk.boundary) == ("Sluis-Oost", square(7))
    assert (wijk.slug, wijk.contact_email) == ("oude-sluis", "sluis@sluisdam.example")


def test_title_of_the_front_page_follows_the_name(hub: HomePage) -> None:
    ward()

    do_import(area("WK999901", "Sluis-Oost"))

    page = WijkPage.objects.get(wijk__code="WK999901")
    assert (page.title, page.slug, page.live) == ("Sluis-Oost", "oude-sluis", True)


def test_title_that_an_editor_chose_stays(hub: HomePage) -> None:
    ward()
    WijkPage.objects.update(title="Onze Sluis")

    do_import(area("WK999901", "Sluis-Oost"))

    assert WijkPage.objects.get().title == "Onze Sluis"


def test_page_with_a_draft_is_not_published(hub: HomePage) -> None:
    ward()
    page = WijkPage.objects.get()
    page.summary = "Nog niet af"
    page.save_revision()

    do_import(area("WK999901", "Sluis-Oost"))

    page.refresh_from_db()
    assert (page.title, page.has_unpublished_changes) == ("Oude Sluis", True)
    assert page.summary != "Nog niet af"


def test_name_that_an_editor_changed_stays(hub: HomePage) -> None:
    ward(name="Onze Sluis")

    for name in ("Oude Sluis", "Sluis-Oost"):
        ronde = do_import(area("WK999901", name))
        assert line(ronde, "WK999901") == ("overgeslagen", "Door de redactie aangepast: naam.")

    assert Wijk.objects.get().name == "Onze Sluis"


def test_other_fields_of_a_changed_ward_still_follow(hub: HomePage) -> None:
    ward(name="Onze Sluis")

    ronde = do_import(area("WK999901", "Oude Sluis", square(7)))

    text = "Nieuw: grens. Door de redactie aangepast: naam."
    assert line(ronde, "WK999901") == ("gewijzigd", text)
    assert Wijk.objects.get().boundary == square(7)


def test_boundary_that_an_editor_removed_stays_away(hub: HomePage) -> None:
    ward(boundary=None)

    ronde = do_import(area("WK999901", "Oude Sluis"))

    assert line(ronde, "WK999901") == ("overgeslagen", "Door de redactie aangepast: grens.")
    assert Wijk.objects.get().boundary is None


def test_empty_value_in_a_file_removes_nothing(hub: HomePage) -> None:
    ward()

    ronde = do_import(area("WK999901", "Oude Sluis", gemeente=None))

    assert line(ronde, "WK999901") == ("ongewijzigd", "")
    assert Wijk.objects.get().gemeente == "Sluisdam"


def test_ward_from_the_wizard_is_filled_in_not_overwritten(hub: HomePage) -> None:
    services.open_ward(name="Onze Sluis", code="WK999901")

    ronde = do_import(area("WK999901", "Oude Sluis"))

    wijk = Wijk.objects.get()
    text = "Nieuw: gemeente, gemeentecode, grens. Door de redactie aangepast: naam."
    assert line(ronde, "WK999901") == ("gewijzigd", text)
    assert (wijk.name, wijk.gemeente, wijk.boundary) == ("Onze Sluis", "Sluisdam", square(1))


def test_ward_is_found_by_the_area_that_it_covers(hub: HomePage) -> None:
    wijk = services.open_ward(name="Oude Sluis", code="W-AAAA")
    Gebiedscode.objects.create(wijk=wijk, code="WK999901")

    do_import(area("WK999901", "Oude Sluis"), area("BU99990101", "Kerkplein"))

    wijk.refresh_from_db()
    assert Wijk.objects.count() == 1
    assert wijk.boundary == square(1)
    assert [buurt.name for buurt in wijk.buurten.all()] == ["Kerkplein"]


def test_area_that_is_a_part_of_a_ward_brings_buurten_only(hub: HomePage) -> None:
    wijk = services.open_ward(name="Sluis en Haven", code="WK999901")
    Gebiedscode.objects.create(wijk=wijk, code="WK999902")

    ronde = do_import(
        area("WK999902", "Haven"),
        area("BU99990201", "De Kade"),
        figures="code,Mannen_6\nWK999902,5\n",
    )

    wijk.refresh_from_db()
    reason = "Dit gebied is een deel van de wijk Sluis en Haven."
    assert line(ronde, "WK999902") == ("overgeslagen", reason)
    assert line(ronde, "WK999902", "kerncijfers")[0] == "overgeslagen"
    assert (wijk.name, wijk.boundary, Kerncijfer.objects.count()) == ("Sluis en Haven", None, 0)
    assert Buurt.objects.get().wijk == wijk


def test_buurt_that_an_editor_renamed_or_removed_stays_so(hub: HomePage) -> None:
    do_import(*SLUISDAM)
    Buurt.objects.filter(code="BU99990101").update(name="Het Kerkplein")
    Buurt.objects.filter(code="BU99990102").delete()

    ronde = do_import(*SLUISDAM)

    assert line(ronde, "BU99990101", "buurt")[1] == "Door de redactie aangepast: naam."
    assert line(ronde, "BU99990102", "buurt") == ("overgeslagen", "Verwijderd door de redactie.")
    assert not Buurt.objects.filter(code="BU99990102").exists()


def test_buurt_that_was_moved_to_another_ward_stays_there(hub: HomePage) -> None:
    do_import(*SLUISDAM)
    haven = Wijk.objects.get(code="WK999902")
    Buurt.objects.filter(code="BU99990101").update(wijk=haven)

    ronde = do_import(*SLUISDAM)

    reason = "Deze buurt staat op de site bij de wijk Havenkwartier."
    assert line(ronde, "BU99990101", "buurt") == ("overgeslagen", reason)
    assert Buurt.objects.get(code="BU99990101").wijk == haven


def test_figures_follow_the_file_unless_an_editor_corrected_them(hub: HomePage) -> None:
    feature = area("WK999901", "Oude Sluis")
    head = "code,AantalInwoners_5,Mannen_6,Vrouwen_7\n"
    do_import(feature, figures=f"{head}WK999901,500,251,249\n")
    Kerncijfer.objects.filter(indicator="mannen").update(waarde=999)
    Kerncijfer.objects.filter(indicator="vrouwen").delete()

    ronde = do_import(feature, figures=f"{head}WK999901,510,255,255\n")

    figures = dict(Kerncijfer.objects.values_list("indicator", "waarde"))
    assert figures == {"inwoners": 510, "mannen": 999}
    text = "1 cijfers over 2024. Door de redactie aangepast: mannen, vrouwen."
    assert line(ronde, "WK999901", "kerncijfers") == ("gewijzigd", text)
