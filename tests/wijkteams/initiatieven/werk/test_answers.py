"""What the team answers to an idea, and what follows from it."""

from __future__ import annotations

from typing import Any

import pytest
from django.core.exceptions import ValidationError

from accounts.models import User
from tests.factories import initiatieven as make
from tests.factories import photo_file
from wijkteams.initiatieven import tokens
from wijkteams.initiatieven.aanvragen import fotos
from wijkteams.initiatieven.models import Aanvraagstaat, Initiatief, Initiatiefnemer, Nodig, Staat
from wijkteams.initiatieven.werk import mails, making, services
from wijkteams.initiatieven.werk.services import StaleError, Wanted
from wijkteams.models import Image, Wijk
from wijkteams.models.photo_rights import Consent

pytestmark = pytest.mark.django_db


def test_accepting_makes_all_of_it_in_one_go(
    joris: User, haven: Wijk, mailoutbox: list[Any]
) -> None:
    aanvraag = make.idee(haven)
    page = services.accept(aanvraag.pk, door=joris, seen=0)

    assert page.live
    assert page.title == "Een bus naar de winkel"
    assert "Elke vrijdag rijden wij" in str(page.body)
    initiatief = Initiatief.objects.get(translation_key=page.translation_key)
    assert (initiatief.staat, initiatief.is_live) == (Staat.IN_GESPREK, True)
    assert [stap.door for stap in initiatief.stappen.all()] == [joris]
    needs = {one.soort: (one.titel, one.aantal) for one in initiatief.hulpvragen.all()}
    assert needs == {
        Nodig.MENSEN: ("acht chauffeurs", 8),
        Nodig.GELD: ("400 euro voor benzine", 1),
    }
    assert initiatief.zoekt_hulp
    aanvraag.refresh_from_db()
    assert (aanvraag.staat, aanvraag.beslist_door) == (Aanvraagstaat.AANGENOMEN, joris)
    assert aanvraag.initiatief == initiatief


def test_initiators_go_along_and_get_their_own_link(
    joris: User, haven: Wijk, mailoutbox: list[Any]
) -> None:
    aanvraag = make.idee(haven)
    nemer = aanvraag.initiatiefnemers.get()
    services.accept(aanvraag.pk, door=joris)
    nemer.refresh_from_db()
    assert (nemer.aanvraag, nemer.initiatief) == (None, Initiatief.objects.get())
    [mail] = mailoutbox
    assert mail.to == ["rie@voorbeeld.nl"]
    assert tokens.make(tokens.BEHEREN, nemer.code) in mail.body


def test_the_idea_going_after_a_year_leaves_the_initiators(joris: User, haven: Wijk) -> None:
    aanvraag = make.idee(haven)
    services.accept(aanvraag.pk, door=joris)
    aanvraag.delete()
    assert Initiatiefnemer.objects.get().initiatief == Initiatief.objects.get()


def test_nobody_is_mailed_who_never_said_yes(
    joris: User, haven: Wijk, mailoutbox: list[Any]
) -> None:
    for answer in (
        lambda pk: services.accept(pk, door=joris),
        lambda pk: services.ask(pk, vraag="Wie doet mee?", door=joris),
        lambda pk: services.refuse(pk, grond="anders", reden="Het kan niet.", door=joris),
    ):
        answer(make.idee(haven, confirmed=False).pk)
    assert mailoutbox == []


def test_a_draft_stands_not_on_the_site_until_it_is_published(joris: User, haven: Wijk) -> None:
    aanvraag = make.idee(haven)
    page = services.accept(aanvraag.pk, door=joris, wanted=Wanted(als_concept=True, titel="Bus"))
    initiatief = Initiatief.objects.get()
    assert not page.live
    assert not initiatief.is_live
    page.get_latest_revision().publish()
    initiatief.refresh_from_db()
    assert (initiatief.is_live, initiatief.title) == (True, "Bus")
    assert initiatief.stappen.count() == 1


def test_what_a_stranger_typed_is_never_markup(joris: User, haven: Wijk) -> None:
    aanvraag = make.idee(haven, idee="<script>alert(1)</script> en <b>vet</b>")
    page = services.accept(aanvraag.pk, door=joris)
    source = page.body[0].value["text"].source
    assert "<script>" not in source
    assert "&lt;b&gt;" in source


def test_somebodys_home_stays_off_the_map(joris: User, haven: Wijk) -> None:
    spot = {"hele_wijk": False, "latitude": 52.01, "longitude": 4.71, "plaats_tekst": "Kade 3"}
    shown = services.accept(make.idee(haven, **spot).pk, door=joris)
    hidden = services.accept(
        make.idee(haven, **spot).pk, door=joris, wanted=Wanted(toon_plek=False)
    )
    public, private = (
        Initiatief.objects.get(translation_key=page.translation_key) for page in (shown, hidden)
    )
    assert (public.latitude, public.plaats_tekst) == (52.01, "Kade 3")
    assert (private.latitude, private.longitude, private.plaats_tekst) == (None, None, "")


def test_the_photo_comes_in_the_library_with_its_words(joris: User, haven: Wijk) -> None:
    aanvraag = make.idee(haven)
    fotos.store(aanvraag, photo_file().read())
    page = services.accept(
        aanvraag.pk,
        door=joris,
        wanted=Wanted(foto_alt="Een lege winkel", toestemming=Consent.NOBODY),
    )
    assert page.image.wijk == haven
    assert (page.image.description, page.image_alt) == ("Een lege winkel", "Een lege winkel")
    assert page.image.refusal() == ""
    other = make.idee(haven)
    fotos.store(other, photo_file().read())
    services.accept(other.pk, door=joris)
    assert Image.objects.count() == 1


def test_who_may_not_write_in_a_ward_makes_nothing(fatma: User, haven: Wijk) -> None:
    aanvraag = make.idee(haven)
    with pytest.raises(ValidationError):
        services.accept(aanvraag.pk, door=fatma)
    assert not Initiatief.objects.exists()
    aanvraag.refresh_from_db()
    assert aanvraag.staat == Aanvraagstaat.NIEUW


def test_asking_and_answering_go_to_and_fro(
    joris: User, haven: Wijk, mailoutbox: list[Any]
) -> None:
    aanvraag = make.idee(haven)
    services.ask(aanvraag.pk, vraag="Wie doet mee?", door=joris)
    [mail] = mailoutbox
    assert "Wie doet mee?" in mail.body
    services.reply(aanvraag.pk, "Mijn buren.")
    aanvraag.refresh_from_db()
    assert aanvraag.staat == Aanvraagstaat.NIEUW
    said = [(one.tekst, one.van_bewoner) for one in aanvraag.stappen.all()]
    assert said == [("Wie doet mee?", False), ("Mijn buren.", True)]


def test_joining_leads_to_where_a_merged_one_went_on(
    joris: User, haven: Wijk, mailoutbox: list[Any]
) -> None:
    target = make.initiatief(haven, title="De buurtbus")
    merged = make.initiatief(haven, title="Ritjes", samengevoegd_in=target)
    aanvraag = make.idee(haven)
    services.join(aanvraag.pk, in_pk=merged.pk, zin="Zij zoeken chauffeurs.", door=joris)
    aanvraag.refresh_from_db()
    assert (aanvraag.staat, aanvraag.initiatief) == (Aanvraagstaat.MEEGEDAAN, target)
    [mail] = mailoutbox
    assert "De buurtbus" in mail.body
    assert "Zij zoeken chauffeurs." in mail.body


def test_joining_one_of_another_ward_is_refused(joris: User, haven: Wijk, sluis: Wijk) -> None:
    elsewhere = make.initiatief(sluis)
    with pytest.raises(ValidationError):
        services.join(make.idee(haven).pk, in_pk=elsewhere.pk, door=joris)


@pytest.mark.parametrize(
    ("words", "number"),
    [("acht chauffeurs", 8), ("12 stoelen", 12), ("wie wil", 1), ("", 1), ("99999 mensen", 500)],
)
def test_how_many_is_read_from_the_words(words: str, number: int) -> None:
    assert making.number_in(words) == number


def test_of_two_at_once_the_second_hears_what_the_first_did(joris: User, haven: Wijk) -> None:
    aanvraag = make.idee(haven)
    services.refuse(aanvraag.pk, grond="anders", reden="Kan niet.", door=joris, seen=0)
    with pytest.raises(StaleError) as stale:
        services.accept(aanvraag.pk, door=joris, seen=0)
    assert [one.naar for one in stale.value.changes] == [Aanvraagstaat.AFGEWEZEN]
    assert not Initiatief.objects.exists()


def test_a_lost_link_is_mailed_again_only_to_a_confirmed_address(
    joris: User, haven: Wijk, mailoutbox: list[Any]
) -> None:
    services.accept(make.idee(haven).pk, door=joris)
    mailoutbox.clear()
    nemer = Initiatiefnemer.objects.get()
    assert mails.link_again(nemer, Initiatief.objects.get())
    nemer.bevestigd_op = None
    assert not mails.link_again(nemer, Initiatief.objects.get())
    assert len(mailoutbox) == 1
