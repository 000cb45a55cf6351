"""From a calendar of another to pages in our agenda, and on from there."""

from __future__ import annotations

from datetime import timedelta
from typing import Any

import pytest
from django.test import Client
from django.utils import timezone

from tests.factories.activiteiten import activiteit_page
from tests.wijkteams.activiteiten.importing.calendars import day, event
from tests.wijkteams.activiteiten.importing.following import SERIES, row, says, trust
from wijkteams.activiteiten.importing.fetching import follow_source
from wijkteams.activiteiten.importing.placing import (
    NotPlaced,
    differences,
    follow,
    place,
)
from wijkteams.activiteiten.models import (
    Activiteit,
    ActiviteitPage,
    AgendaPage,
    Bron,
    BronActiviteit,
    Locatie,
)
from wijkteams.models import Thema, Wijk

Stand = BronActiviteit.Stand


def test_what_is_new_waits_for_somebody_to_look(bieb: Bron) -> None:
    [found] = says(bieb, event())
    follow_source(bieb)

    assert (found.stand, found.title) == (Stand.NIEUW, "Voorlezen")
    assert not ActiviteitPage.objects.exists()


def test_what_was_chosen_becomes_a_draft_with_all_that_was_said(bieb: Bron, haven: Wijk) -> None:
    locatie = Locatie.objects.create(wijk=haven, name="Bibliotheek")
    groen = Thema.objects.create(name="Lezen", slug="lezen")
    [found] = says(
        bieb,
        event(
            r"DESCRIPTION:Kom luisteren. <script>x</script>\n\nOok met uw oma & opa.",
            "LOCATION:bibliotheek\\, Plein 1",
            "URL:https://bieb.example/voorlezen?a=1&b=2",
            "CATEGORIES:lezen",
        ),
    )

    page = place(found, publish=False)

    assert not page.live
    assert not page.is_free  # the source did not say so
    assert (page.title, page.summary) == ("Voorlezen", "Kom luisteren. x")
    assert (page.organiser, page.locatie, page.wijk) == ("Bibliotheek", locatie, haven)
    assert list(page.themas.all()) == [groen]
    html = page.body[0].value["text"].source
    assert "<p>Ook met uw oma &amp; opa.</p>" in html
    assert 'href="https://bieb.example/voorlezen?a=1&amp;b=2"' in html
    assert row(bieb).stand == Stand.GEPLAATST


def test_what_was_chosen_stands_on_the_site_under_the_name_of_the_source(
    client: Client, bieb: Bron
) -> None:
    [found] = says(bieb, event(*SERIES, "LOCATION:Op het plein"))

    page = place(found, publish=True)

    activiteit = Activiteit.objects.get()
    assert activiteit.ical_uid == "a1@bieb.example"
    assert activiteit.keren.count() == 4
    assert page.place_note == "Op het plein"
    assert client.get(page.get_url()).status_code == 200


def test_a_name_that_is_taken_or_could_be_ours_is_not_taken_over(
    bieb: Bron, haven_agenda: AgendaPage, sluis_agenda: AgendaPage
) -> None:
    ours = activiteit_page(haven_agenda, "Heel iets anders")
    uid = Activiteit.objects.of_page(ours).get().ical_uid
    for found in says(bieb, event(uid=uid), event(uid="x@wijkplein", title="Nog een")):
        place(found, publish=True)
    other = Bron.objects.create(wijk=sluis_agenda.wijk, name="Bieb", address="https://b.example/")
    for found in says(bieb, event(uid="zelfde", title="Derde")):
        if found.stand == Stand.NIEUW:
            place(found, publish=True)
    [again] = says(other, event(uid="zelfde", title="Derde"))
    place(again, publish=True)

    uids = list(Activiteit.objects.values_list("ical_uid", flat=True))
    assert len(set(uids)) == len(uids) == 5
    assert uids.count("zelfde") == 1


def test_what_is_there_already_is_not_made_again(bieb: Bron, haven_agenda: AgendaPage) -> None:
    start = (timezone.localtime() + timedelta(days=7)).replace(
        hour=10, minute=30, second=0, microsecond=0, tzinfo=None
    )
    activiteit_page(haven_agenda, "Voorlezen voor kleuters", start=start)
    [found] = says(bieb, event(title="Voorlezen kleuters"))
    follow_source(trust(bieb))

    assert found.stand == Stand.DUBBEL
    assert "Voorlezen voor kleuters" in found.reason
    assert ActiviteitPage.objects.count() == 1


def test_reading_twice_makes_nothing_twice(bieb: Bron) -> None:
    for _n in range(2):
        says(trust(bieb), event(), event(uid="2", title="Muziek"))
        follow_source(bieb)

    assert ActiviteitPage.objects.live().count() == 2
    with pytest.raises(NotPlaced):
        place(bieb.gevonden.first(), publish=True)  # type: ignore[arg-type]


def test_a_trusted_source_is_followed(bieb: Bron) -> None:
    says(trust(bieb), event(*SERIES))
    follow_source(bieb)
    moved = [line.replace("T100000", "T140000").replace("T110000", "T153000") for line in SERIES]
    says(bieb, event(*moved, title="Voorlezen en zingen"))
    follow_source(bieb)

    page = ActiviteitPage.objects.get()
    assert page.title == "Voorlezen en zingen"
    hours = {
        timezone.localtime(keer.starts_at).hour for keer in Activiteit.objects.get().keren.all()
    }
    assert hours == {14}
    assert row(bieb).stand == Stand.GEPLAATST


def test_a_change_of_a_source_that_is_looked_at_waits_and_says_what_differs(bieb: Bron) -> None:
    place(says(bieb, event())[0], publish=True)
    [found] = says(bieb, event(title="Zingen"))
    follow_source(bieb)

    assert found.stand == Stand.GEWIJZIGD
    assert ActiviteitPage.objects.get().title == "Voorlezen"
    assert differences(found) == [("titel", "Voorlezen", "Zingen")]
    assert follow(found) == []
    assert ActiviteitPage.objects.get().title == "Zingen"


def test_what_an_editor_wrote_stays_and_is_told(bieb: Bron) -> None:
    place(says(trust(bieb), event("DESCRIPTION:Oud."))[0], publish=True)
    page = ActiviteitPage.objects.get()
    page.title = "Voorlezen met Joris"
    page.save_revision().publish()
    says(bieb, event("DESCRIPTION:Nieuw.", title="Zingen"))
    follow_source(bieb)

    page = ActiviteitPage.objects.get()
    assert (page.title, page.summary) == ("Voorlezen met Joris", "Nieuw.")
    assert "titel" in row(bieb).reason
    says(bieb, event("DESCRIPTION:Nog nieuwer.", title="Zingen"))
    follow_source(bieb)
    page = ActiviteitPage.objects.get()
    assert (page.title, page.summary) == ("Voorlezen met Joris", "Nog nieuwer.")


def test_a_draft_that_somebody_works_on_is_left_alone(bieb: Bron) -> None:
    place(says(trust(bieb), event())[0], publish=True)
    page = ActiviteitPage.objects.get()
    page.title = "Half af"
    page.save_revision()
    says(bieb, event(title="Zingen"))
    follow_source(bieb)

    page = ActiviteitPage.objects.get()
    assert page.title == "Voorlezen"
    assert page.get_latest_revision_as_object().title == "Half af"
    assert "nog niet gepubliceerd" in row(bieb).reason


@pytest.mark.parametrize(
    "lines",
    [
        (f"DTSTART;VALUE=DATE:{day(7)}",),
        (f"DTSTART;VALUE=DATE:{day(7)}", f"DTEND;VALUE=DATE:{day(10)}"),
        (f"DTSTART:{day(7)}T230000", "DURATION:PT3H"),
        (f"DTSTART;VALUE=DATE:{day(7)}", "RRULE:FREQ=WEEKLY;COUNT=3"),
    ],
)
def test_days_and_hours_are_on_the_page_as_they_were_there(
    bieb: Bron, lines: tuple[str, ...]
) -> None:
    [found] = says(bieb, event(*lines))
    place(found, publish=True)

    said: Any = row(bieb).said
    assert Activiteit.objects.get().reeks == said["reeks"]
    assert differences(row(bieb)) == []
