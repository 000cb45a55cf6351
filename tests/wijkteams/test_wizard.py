"""Opening a ward from the CMS: everything at once, or nothing."""

from __future__ import annotations

import json
from typing import Any

import pytest
from django.core import mail
from django.test import Client
from wagtail.models import Page

from accounts.models import User
from wijkteams.invitations import VALID_FOR
from wijkteams.models import OudAdres, Uitnodiging, Wijk, WijkPage
from wijkteams.roles import Rol

URL = "/beheer/nieuwe-wijk/"
SQUARE = {
    "type": "Polygon",
    "coordinates": [[[4.70, 52.01], [4.72, 52.01], [4.72, 52.02], [4.70, 52.02], [4.70, 52.01]]],
}
MOLENPOLDER = {
    "name": "Molenpolder",
    "palette": "molen",
    "gemeente": "Sluisdam",
    "codes": "WK051301, WK051302",
    "buurten": "Molenhoek\nDe Weide\n\nmolenhoek",
    "postcodes": "2801, 2802 ab",
    "boundary": json.dumps(SQUARE),
    "contact_email": "molenpolder@sluisdam.example",
    "contact_phone": "0182 12 34 56",
    "meeting_place": "De Schuur, Molenpad 1",
    "invitation_1": "Amira@Voorbeeld.example",
    "role_1": "wijkbeheerder",
    "invitation_2": "",
    "role_2": "redacteur",
    "invitation_3": "",
    "role_3": "redacteur",
}


def typed(**changes: Any) -> dict[str, Any]:
    """The form as an editor fills it in, with these changes."""
    return {**MOLENPOLDER, **changes}


def body(response: Any) -> str:
    return response.content.decode()


def error_of(response: Any, field: str) -> str:
    """The error at a field of the form that came back."""
    assert response.status_code == 200
    return " ".join(response.context["form"].errors.get(field, []))


def test_city_editor_opens_a_ward_with_one_post(as_bea: Client, bea: User) -> None:
    response = as_bea.post(URL, typed(), follow=True)

    wijk = Wijk.objects.get(slug="molenpolder")
    page = WijkPage.objects.get(wijk=wijk)
    assert "Molenpolder staat er" in body(response)
    assert (wijk.code, wijk.gemeentecode, wijk.palette) == ("WK051301", "GM0513", "molen")
    assert wijk.boundary == SQUARE
    assert wijk.meeting_place == "De Schuur, Molenpad 1"
    assert sorted(wijk.buurten.values_list("slug", flat=True)) == ["de-weide", "molenhoek"]
    assert set(wijk.postcodes.values_list("postcode", flat=True)) == {"2801", "2802AB"}
    assert set(wijk.gebiedscodes.values_list("code", flat=True)) == {"WK051301", "WK051302"}
    assert page.live
    assert {"nieuws", "wijkteam"} <= set(page.get_children().values_list("slug", flat=True))
    assert page.owner == bea
    assert as_bea.get("/molenpolder/").status_code == 200


def test_the_team_is_invited_by_mail(as_bea: Client) -> None:
    as_bea.post(URL, typed(invitation_2="bram@voorbeeld.example"))

    invited = dict(Uitnodiging.objects.values_list("email", "rol"))
    assert invited == {
        "amira@voorbeeld.example": Rol.WIJKBEHEERDER,
        "bram@voorbeeld.example": Rol.REDACTEUR,
    }
    assert {m.to[0] for m in mail.outbox} == set(invited)


def test_only_the_name_is_needed(as_bea: Client) -> None:
    as_bea.post(URL, {"name": "Lindenhof", "palette": "linde"})

    wijk = Wijk.objects.get()
    assert (wijk.slug, wijk.code[:2]) == ("lindenhof", "W-")


def test_the_last_screen_leads_on(as_bea: Client) -> None:
    response = as_bea.post(URL, typed(), follow=True)

    wijk, page = Wijk.objects.get(), WijkPage.objects.get()
    for url in (
        "/molenpolder/",
        f"/beheer/pages/{page.pk}/edit/",
        f"/beheer/uitnodiging/new/?wijk={wijk.pk}",
        f"/beheer/wijk/edit/{wijk.pk}/",
    ):
        assert url in body(response), url
        assert as_bea.get(url).status_code == 200, url
    assert "amira@voorbeeld.example (Wijkbeheerder)" in body(response)


def test_the_last_screen_says_how_long_the_link_works(as_bea: Client) -> None:
    response = as_bea.post(URL, typed(), follow=True)

    assert f"De link werkt {VALID_FOR.days} dagen" in " ".join(body(response).split())


@pytest.mark.parametrize("who", ["joris", "wim", "fatma"])
def test_ward_volunteers_cannot_open_a_ward(
    request: pytest.FixtureRequest, who: str, haven: Wijk, sluis: Wijk
) -> None:
    client: Client = request.getfixturevalue(f"as_{who}")

    answers = [client.get(URL), client.post(URL, typed())]
    answers.append(client.get(f"{URL}{haven.pk}/geopend/"))

    assert [answer.status_code for answer in answers] == [302, 302, 302]
    assert not Wijk.objects.filter(slug="molenpolder").exists()
    assert "Nieuwe wijk" not in body(client.get("/beheer/"))


def test_menu_shows_it_to_the_city(as_bea: Client) -> None:
    assert "Nieuwe wijk" in body(as_bea.get("/beheer/"))


@pytest.mark.parametrize(
    ("field", "value", "message"),
    [
        ("name", "", "Dit is een verplicht veld."),
        ("slug", "nieuws", "gebruikt de site zelf al"),
        ("slug", "en", "gebruikt de site zelf al"),
        ("slug", "beheer", "gebruikt de site zelf al"),
        ("slug", "Molen Polder", "alleen kleine letters, cijfers en streepjes"),
        ("slug", "havenkwartier", "Een andere wijk heeft het adres"),
        ("slug", "de-oude-haven", "was vroeger van een andere wijk"),
        ("slug", "over-de-stad", "Er is al een pagina met het adres"),
        ("palette", "roze-met-stippen", "Selecteer een geldige keuze"),
        ("codes", "WK05", "geen wijkcode van het CBS"),
        ("codes", "WK999901", "hoort al bij"),
        ("postcodes", "2801, 28O2, 123", "Dit zijn geen postcodes: 28O2, 123."),
        ("buurten", "x" * 101, "is te lang: hoogstens 100 tekens"),
        ("boundary", "geen json", "geen geldige JSON"),
        ("boundary", '{"type": "Point", "coordinates": [4.7, 52.0]}', "moet een vlak zijn"),
        ("boundary", "[" * 60_000, "te diep genest"),
        ("boundary", '{"type": "FeatureCollection", "features": []}', "precies één gebied"),
        ("contact_email", "molenpolder", "geldig e-mailadres"),
        ("invitation_1", "amira", "geldig e-mailadres"),
        ("role_1", "beheerder", "Selecteer een geldige keuze"),
        ("invitation_2", "amira@voorbeeld.example", "Dit adres staat er al"),
    ],
)
def test_a_wrong_answer_gets_a_message_at_the_field_and_keeps_the_rest(
    as_bea: Client, haven: Wijk, field: str, value: str, message: str
) -> None:
    OudAdres.objects.create(wijk=haven, slug="de-oude-haven")
    haven.gebiedscodes.create(code="WK999901")
    hub = WijkPage.objects.get(wijk=haven).get_parent()
    hub.add_child(instance=Page(title="Over de stad", slug="over-de-stad"))

    response = as_bea.post(URL, typed(**{field: value}))

    assert message in error_of(response, field)
    assert Wijk.objects.count() == 1
    if field != "meeting_place":
        assert "De Schuur, Molenpad 1" in body(response)


def test_the_code_of_another_ward_is_refused_at_its_field(as_bea: Client) -> None:
    as_bea.post(URL, typed())

    response = as_bea.post(URL, typed(name="Weidebuurt"))

    assert error_of(response, "codes")
    assert Wijk.objects.count() == 1


def test_a_second_click_makes_no_second_ward(as_bea: Client) -> None:
    as_bea.post(URL, typed(codes=""))

    response = as_bea.post(URL, typed(codes=""))

    assert "Er is al een wijk die Molenpolder heet" in error_of(response, "slug")
    assert Wijk.objects.count() == 1


def test_a_namesake_may_come_with_its_own_address(as_bea: Client) -> None:
    as_bea.post(URL, typed(codes=""))
    as_bea.post(URL, typed(codes="", slug="molenpolder-noord"))

    assert Wijk.objects.filter(name="Molenpolder").count() == 2
