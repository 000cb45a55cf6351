"""The form of an activity in the CMS."""

from __future__ import annotations

from datetime import timedelta

import pytest
from django.core.exceptions import ValidationError
from django.test import Client

from tests.factories import activiteit_page, next_monday
from tests.wijkteams.activiteiten.beheer.answers import add_url, answers, create, edit_url
from wijkteams.activiteiten.models import Activiteit, ActiviteitPage, AgendaPage, Locatie
from wijkteams.activiteiten.recurrence.clock import detach
from wijkteams.models import Buurt, Wijk

pytestmark = pytest.mark.django_db


def the_page() -> ActiviteitPage:
    """The one activity that there is."""
    return ActiviteitPage.objects.get()


def test_empty_form_opens_without_javascript_and_asks_everything(
    as_joris: Client, haven_agenda: AgendaPage
) -> None:
    html = as_joris.get(add_url(haven_agenda)).content.decode()

    for name in ("dag", "van", "tot", "repeats", "weekdays", "which", "skip", "exdates"):
        assert f'name="wanneer-{name}"' in html
    assert "agenda-beheer.js" in html
    assert "Herhaalt de activiteit?" in html


def test_once_is_made_of_a_day_and_two_hours(as_joris: Client, haven_agenda: AgendaPage) -> None:
    create(as_joris, haven_agenda)

    page = the_page()
    assert page.live
    assert detach(page.starts_at) == next_monday(10)
    assert detach(page.ends_at) == next_monday(12)
    assert page.herhaling == ""
    assert Activiteit.objects.get().keren.count() == 1


def test_every_monday_but_not_in_school_holidays_makes_its_times_and_says_so(
    as_joris: Client, haven_agenda: AgendaPage
) -> None:
    given = {"wanneer-repeats": "weekly", "wanneer-skip": ["schoolvakantie"]}
    response = as_joris.post(add_url(haven_agenda), answers() | given, follow=True)

    assert "X-SKIP:schoolvakantie" in the_page().herhaling
    assert Activiteit.objects.get().keren.count() > 50
    html = response.content.decode()
    assert "Elke maandag van 10.00 tot 12.00 uur, behalve in de schoolvakanties." in html
    assert "De eerste keren:" in html
    assert "er staan nog geen schoolvakanties in de lijst" in html


def test_an_error_stands_beside_its_question_and_what_was_typed_stays(
    as_joris: Client, haven_agenda: AgendaPage
) -> None:
    wrong = {"wanneer-tot": "9.00", "wanneer-repeats": "weekly"}
    response = as_joris.post(add_url(haven_agenda), answers() | wrong)

    html = response.content.decode()
    assert not ActiviteitPage.objects.exists()
    assert "Het einde moet na het begin liggen" in html
    assert 'value="09:00"' in html
    assert "Kijk bij &#x27;Wanneer en hoe vaak?&#x27;" in html


@pytest.mark.parametrize(
    ("given", "said"),
    [
        ({"wanneer-dag": ""}, "Vul een datum in."),
        ({"wanneer-dag": "31-02-2027"}, "Dit is geen datum"),
        ({"wanneer-van": ""}, "Vul een tijd in."),
        ({"wanneer-van": "half tien"}, "Dit is geen tijd"),
        ({"wanneer-repeats": "weeks"}, "Vul in om de hoeveel weken het is"),
        ({"wanneer-repeats": "weekly", "wanneer-exdates": "gisteren"}, "is geen datum"),
        ({"wanneer-until": "31-12-2026", "wanneer-repeats": "weekly", "wanneer-count": "3"}, "één"),
        ({"wanneer-laatste_dag": "01-01-2020"}, "De laatste dag ligt voor de eerste dag"),
        ({"wanneer-dag": "01-01-9999"}, "Kies een datum in deze tijd"),
    ],
)
def test_bad_answers_are_refused_in_dutch(
    as_joris: Client, haven_agenda: AgendaPage, given: dict[str, str], said: str
) -> None:
    response = as_joris.post(add_url(haven_agenda), answers() | given)

    assert response.status_code == 200
    assert said in response.content.decode()
    assert not ActiviteitPage.objects.exists()


def test_a_day_that_differs_from_the_rule_is_said_beside_the_rule(
    as_joris: Client, haven_agenda: AgendaPage
) -> None:
    given = {"wanneer-repeats": "weekly", "wanneer-weekdays": ["2"]}
    html = as_joris.post(add_url(haven_agenda), answers() | given).content.decode()

    assert "maar de eerste keer zou dan" in html


def test_whole_days_need_no_hours(as_joris: Client, haven_agenda: AgendaPage) -> None:
    last = next_monday() + timedelta(days=1)
    given = {"wanneer-hele_dag": "on", "wanneer-van": "", "wanneer-tot": ""}
    given["wanneer-laatste_dag"] = f"{last:%d-%m-%Y}"
    as_joris.post(add_url(haven_agenda), answers() | given)

    page = the_page()
    keer = Activiteit.objects.get().keren.get()
    assert page.all_day
    assert detach(keer.starts_at) == next_monday(0)
    assert detach(keer.ends_at) == next_monday(0) + timedelta(days=2)

    shown = as_joris.get(edit_url(page)).content.decode()
    assert f'value="{last:%Y-%m-%d}"' in shown


def test_what_ends_after_midnight_is_said_by_its_last_day(
    as_joris: Client, haven_agenda: AgendaPage
) -> None:
    last = next_monday() + timedelta(days=1)
    given = {"wanneer-van": "20.00", "wanneer-tot": "1.00"}
    assert (
        "na middernacht" in as_joris.post(add_url(haven_agenda), answers() | given).content.decode()
    )

    given["wanneer-laatste_dag"] = f"{last:%d-%m-%Y}"
    as_joris.post(add_url(haven_agenda), answers() | given)
    assert detach(the_page().ends_at) == last.replace(hour=1)


def test_saving_again_changes_nothing_about_when_it_is(
    as_joris: Client, haven_agenda: AgendaPage
) -> None:
    given = {"wanneer-repeats": "weekly", "wanneer-skip": ["feestdag"], "wanneer-count": "10"}
    as_joris.post(add_url(haven_agenda), answers() | given)
    before = the_page()
    as_joris.post(edit_url(before), answers(title="Koffie") | given)

    after = the_page()
    assert after.title == "Koffie"
    assert (after.herhaling, after.starts_at) == (before.herhaling, before.starts_at)


def test_a_draft_may_lack_much_but_not_its_day(as_joris: Client, haven_agenda: AgendaPage) -> None:
    draft = answers(title="Later")
    del draft["action-publish"]
    as_joris.post(add_url(haven_agenda), draft | {"wanneer-dag": ""})
    assert not ActiviteitPage.objects.exists()

    as_joris.post(add_url(haven_agenda), draft)
    assert not the_page().live
    assert not Activiteit.objects.exists()


def test_only_own_buurten_and_places_can_be_chosen_whatever_is_sent(
    as_joris: Client, haven_agenda: AgendaPage, haven: Wijk, sluis: Wijk
) -> None:
    theirs = Locatie.objects.create(wijk=sluis, name="De Sluiswachter")
    buurt = Buurt.objects.create(wijk=sluis, name="Wevershoek", slug="wevershoek")
    for wrong in ({"locatie": str(theirs.pk)}, {"buurten": [str(buurt.pk)]}):
        as_joris.post(add_url(haven_agenda), answers() | wrong)
        assert not ActiviteitPage.objects.exists()

    html = as_joris.get(add_url(haven_agenda)).content.decode()
    assert "De Sluiswachter" not in html
    ours = Locatie.objects.create(wijk=haven, name="De Brug")
    of_all = Locatie.objects.create(name="Stadhuis")
    html = as_joris.get(add_url(haven_agenda)).content.decode()
    assert "De Brug" in html
    assert "Stadhuis" in html
    as_joris.post(add_url(haven_agenda), answers() | {"locatie": str(of_all.pk)})
    assert the_page().locatie == of_all
    assert ours.pk != of_all.pk


def test_languages_are_ticked(as_joris: Client, haven_agenda: AgendaPage) -> None:
    as_joris.post(add_url(haven_agenda), answers() | {"talen": ["nl", "ar"]})
    assert the_page().talen == ["nl", "ar"]

    html = as_joris.post(add_url(haven_agenda), answers() | {"talen": ["klingon"]}).content.decode()
    assert "klingon" in html
    assert ActiviteitPage.objects.count() == 1


def test_panels_say_for_which_kind_they_are(as_joris: Client, haven_agenda: AgendaPage) -> None:
    html = as_joris.get(add_url(haven_agenda)).content.decode()

    assert 'data-soort="bewonersavond"' in html
    assert 'data-soort="wijkschouw"' in html
    assert 'data-inschrijving="beperkt"' in html


def test_a_text_that_cannot_be_read_does_not_close_the_form(
    as_joris: Client, haven_agenda: AgendaPage
) -> None:
    page = activiteit_page(haven_agenda, live=False)
    ActiviteitPage.objects.filter(pk=page.pk).update(herhaling="RRULE:onzin")

    assert as_joris.get(edit_url(page)).status_code == 200


def test_an_activity_never_takes_the_address_of_a_form(
    as_joris: Client, haven_agenda: AgendaPage
) -> None:
    """/agenda/aandragen/ is where organisations send something in."""
    create(as_joris, haven_agenda, title="Aandragen")

    assert the_page().slug == "aandragen-2"

    page = the_page()
    page.slug = "aandragen"
    with pytest.raises(ValidationError, match="formulier"):
        page.full_clean()
