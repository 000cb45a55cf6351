"""The list of initiatives and the screen of one, in the CMS."""

from __future__ import annotations

from datetime import timedelta
from typing import Any

import pytest
from django.test import Client
from django.urls import reverse
from django.utils import timezone

from accounts.models import User
from tests.factories import initiatieven as make
from wijkteams.initiatieven import services
from wijkteams.initiatieven.models import (
    Aanvraagstaat,
    Controle,
    Initiatief,
    Initiatiefnemer,
    Staat,
    Update,
    Wijziging,
)
from wijkteams.initiatieven.werk.dashboard import waiting
from wijkteams.initiatieven.werk.parts import register_button, register_part
from wijkteams.models import Organisatie, Wijk

pytestmark = pytest.mark.django_db

LIST = "/beheer/initiatieven/"
REFUSED = {302, 403, 404}
"The guard leads who may not look back to the dashboard."


def _url(name: str, initiatief: Initiatief, *more: int) -> str:
    return reverse(f"initiatieven:{name}", args=[initiatief.pk, *more])


def _titles(response: Any) -> list[str]:
    return [one.title for one in response.context["page"]]


def test_the_list_has_what_goes_on_in_the_own_wards(
    as_joris: Client, haven: Wijk, sluis: Wijk
) -> None:
    make.initiatief(haven, title="Loopt")
    make.initiatief(haven, title="Is klaar", staat=Staat.KLAAR)
    make.initiatief(sluis, title="Van een ander")
    assert _titles(as_joris.get(LIST)) == ["Loopt"]
    assert _titles(as_joris.get(LIST, {"staat": "klaar"})) == ["Is klaar"]
    assert sorted(_titles(as_joris.get(LIST, {"staat": "alles"}))) == ["Is klaar", "Loopt"]


def test_what_asks_attention_is_found(as_joris: Client, haven: Wijk) -> None:
    make.initiatief(haven, title="Gewoon")
    for title, model in (("Bericht", Update), ("Wijziging", Wijziging)):
        model.objects.create(initiatief=make.initiatief(haven, title=title))
    old = timezone.now() - timedelta(days=91)
    make.initiatief(haven, title="Stil", laatste_teken=old, gevraagd_op=old)
    make.initiatief(haven, title="Nooit gevraagd", laatste_teken=old)
    found = _titles(as_joris.get(LIST, {"let_op": "nakijken"}))
    assert sorted(found) == ["Bericht", "Wijziging"]
    assert _titles(as_joris.get(LIST, {"let_op": "stil"})) == ["Stil"]


def test_the_dashboard_counts_the_same(as_joris: Client, joris: User, haven: Wijk) -> None:
    make.idee(haven, antwoord_voor=timezone.localdate() - timedelta(days=1))
    make.idee(haven, staat=Aanvraagstaat.IN_GESPREK)
    Update.objects.create(initiatief=make.initiatief(haven))
    numbers = {one.url.rpartition("?")[2]: one.number for one in waiting(joris)}
    assert numbers == {
        "let_op=laat": 1,
        "staat=nieuw": 1,
        "staat=in_gesprek": 1,
        "let_op=mijn": 0,
        "let_op=nakijken": 1,
        "let_op=stil": 0,
    }
    page = as_joris.get("/beheer/").content.decode()
    assert "/beheer/initiatieven/ideeen/?let_op=laat" in page


def test_the_panel_is_for_who_works_with_it(as_wim: Client, haven: Wijk) -> None:
    make.idee(haven)
    assert "/beheer/initiatieven/" not in as_wim.get("/beheer/").content.decode()


def test_a_step_is_written_with_its_sentence(as_joris: Client, joris: User, haven: Wijk) -> None:
    initiatief = make.initiatief(haven)
    sent = {"naar": Staat.BEZIG, "zin": "De bus rijdt.", "seen": initiatief.stap}
    assert as_joris.post(_url("stap", initiatief), sent).status_code == 302
    initiatief.refresh_from_db()
    assert initiatief.staat == Staat.BEZIG
    made = initiatief.stappen.latest("pk")
    assert (made.zin, made.door) == ("De bus rijdt.", joris)


def test_a_step_without_a_sentence_is_refused(as_joris: Client, haven: Wijk) -> None:
    initiatief = make.initiatief(haven)
    sent = {"naar": Staat.BEZIG, "zin": " ", "seen": initiatief.stap}
    response = as_joris.post(_url("stap", initiatief), sent)
    assert response.status_code == 422
    assert "zin" in response.context["stap_form"].errors


@pytest.mark.parametrize("naar", [Staat.IN_GESPREK, Staat.BEZIG])
def test_who_is_second_sees_what_the_other_did(
    as_joris: Client, joris: User, haven: Wijk, naar: str
) -> None:
    initiatief = make.initiatief(haven)
    old = {"naar": naar, "zin": "Dit typte ik.", "seen": initiatief.stap}
    services.step(initiatief.pk, Staat.IN_GESPREK, "Wij praten.", door=joris)
    response = as_joris.post(_url("stap", initiatief), old)
    page = response.content.decode()
    assert response.status_code == 409
    assert "Wij praten." in page
    assert "Dit typte ik." in page
    # Where the browser goes: the form leads to its own heading.
    assert "Iemand anders was je net voor" in page.partition('id="stap-kop"')[2]
    initiatief.refresh_from_db()
    assert initiatief.staat == Staat.IN_GESPREK


def test_partners_come_and_go_with_what_they_do(as_joris: Client, haven: Wijk, sluis: Wijk) -> None:
    initiatief = make.initiatief(haven)
    partner = Organisatie.objects.create(wijk=haven, name="Woongoed")
    strange = Organisatie.objects.create(wijk=sluis, name="Elders")
    sent = {"organisatie": partner.pk, "rol": "betaalt de bus"}
    assert as_joris.post(_url("partner", initiatief), sent).status_code == 302
    rol = initiatief.partners.get()
    assert (rol.organisatie, rol.rol) == (partner, "betaalt de bus")
    assert "Woongoed: betaalt de bus" in as_joris.get(_url("een", initiatief)).content.decode()
    for wrong in ({**sent, "organisatie": strange.pk}, sent, {**sent, "rol": ""}):
        assert as_joris.post(_url("partner", initiatief), wrong).status_code == 422
    assert as_joris.post(_url("partner_weg", initiatief, rol.pk)).status_code == 302
    assert not initiatief.partners.exists()
    assert as_joris.post(_url("partner_weg", initiatief, rol.pk)).status_code == 404


def test_a_change_drops_what_was_kept_of_the_page(as_joris: Client, haven: Wijk) -> None:
    initiatief = make.initiatief(haven)
    partner = Organisatie.objects.create(wijk=haven, name="Woongoed")
    before = initiatief.stap
    as_joris.post(_url("partner", initiatief), {"organisatie": partner.pk, "rol": "helpt"})
    initiatief.refresh_from_db()
    assert initiatief.stap == before + 1


def test_initiators_are_trusted_and_mailed(
    as_joris: Client, haven: Wijk, mailoutbox: list[Any]
) -> None:
    initiatief = make.initiatief(haven)
    nemer = Initiatiefnemer.objects.create(
        initiatief=initiatief, name="Rie", email="rie@voorbeeld.nl", bevestigd_op=timezone.now()
    )
    as_joris.post(_url("vertrouwen", initiatief, nemer.pk), {"ja": ""})
    nemer.refresh_from_db()
    assert nemer.is_vertrouwd
    as_joris.post(_url("link", initiatief, nemer.pk))
    assert [mail.to for mail in mailoutbox] == [["rie@voorbeeld.nl"]]
    other = make.initiatief(haven, title="Ander")
    assert as_joris.post(_url("link", other, nemer.pk)).status_code == 404
    assert as_joris.post(_url("vertrouwen", other, nemer.pk)).status_code == 404


def test_of_another_ward_nothing_is_there(as_fatma: Client, haven: Wijk) -> None:
    initiatief = make.initiatief(haven)
    assert as_fatma.get(_url("een", initiatief)).status_code in REFUSED
    sent = {"naar": Staat.BEZIG, "zin": "Van een ander.", "seen": initiatief.stap}
    assert as_fatma.post(_url("stap", initiatief), sent).status_code in REFUSED
    initiatief.refresh_from_db()
    assert initiatief.staat == Staat.IDEE
    page = as_fatma.get(_url("een", initiatief), follow=True).content.decode()
    assert initiatief.title not in page


def test_rooms_put_a_part_and_a_button_on_it(
    as_joris: Client, haven: Wijk, monkeypatch: pytest.MonkeyPatch
) -> None:
    from wijkteams.initiatieven.werk import parts

    monkeypatch.setattr(parts, "_parts", {})
    monkeypatch.setattr(parts, "_actions", {})
    template = "initiatieven/werk/nemer.html"
    register_part(template, lambda request, one: {"nemer": Initiatiefnemer(name="Bijzonder")})
    register_button("Doe iets", "initiatieven:een", "initiatief.change")
    register_button("Doe niets", "initiatieven:stap", "wijk.add")
    page = as_joris.get(_url("een", make.initiatief(haven))).content.decode()
    assert "Doe iets" in page
    assert "Doe niets" not in page
    assert template in [one.template for one in as_joris_parts(as_joris, haven)]


def as_joris_parts(client: Client, haven: Wijk) -> Any:
    """What the screen of an initiative got from the rooms."""
    return client.get(_url("een", make.initiatief(haven, title="Nog een"))).context["parts"]


def test_the_screen_asks_as_much_for_many_as_for_few(
    as_joris: Client, haven: Wijk, django_assert_max_num_queries: Any
) -> None:
    initiatief = make.initiatief(haven)
    as_joris.get(_url("een", initiatief))
    with django_assert_max_num_queries(90) as few:
        as_joris.get(_url("een", initiatief))
    for number in range(6):
        services.step(initiatief.pk, [Staat.BEZIG, Staat.ZOEKT_HULP][number % 2], "Verder.")
        partner = Organisatie.objects.create(wijk=haven, name=f"Partner {number}")
        initiatief.partners.create(organisatie=partner, rol="helpt")
        initiatief.initiatiefnemers.create(name=f"Rie {number}")
    with django_assert_max_num_queries(len(few.captured_queries)):
        as_joris.get(_url("een", initiatief))


def test_hidden_by_moderation_is_not_waiting(as_joris: Client, haven: Wijk) -> None:
    Update.objects.create(initiatief=make.initiatief(haven), controle=Controle.VERBORGEN)
    assert _titles(as_joris.get(LIST, {"let_op": "nakijken"})) == []
