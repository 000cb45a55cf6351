"""Rows of a ward in the CMS: Fatma of Oude Sluis tries everything on Havenkwartier's."""

from __future__ import annotations

from typing import Any

import pytest
from django.core.exceptions import PermissionDenied
from django.http import HttpResponse
from django.test import Client, RequestFactory
from django.urls import reverse
from wagtail.log_actions import log

from accounts.models import User
from tests.factories import lid
from wijkteams.area_viewsets import BuurtViewSet
from wijkteams.models import Buurt, Lidmaatschap, Thema, Uitnodiging, Wijk
from wijkteams.roles import Rol

MODELS = ["wijk", "buurt", "thema", "lidmaatschap", "uitnodiging"]
STOLEN = {"name": "Gekaapt", "rol": "schrijver"}
SCREENS = ["edit", "delete", "history", "history_results", "usage"]


@pytest.fixture
def noor(haven: Wijk) -> User:
    """Ward manager of Havenkwartier."""
    return lid("noor@sluisdam.example", Rol.WIJKBEHEERDER, haven)


@pytest.fixture
def as_noor(noor: User) -> Client:
    client = Client()
    client.force_login(noor, backend="django.contrib.auth.backends.ModelBackend")
    return client


def rows(wijk: Wijk) -> dict[str, Any]:
    """One row of each kind in a ward."""
    from wijkteams.invitations import invite

    name = f"Iets van {wijk.name}"
    made = {
        "wijk": wijk,
        "buurt": Buurt.objects.create(wijk=wijk, name=name, slug="iets"),
        "thema": Thema.objects.create(wijk=wijk, name=name, slug=f"iets-{wijk.slug}"),
        "lidmaatschap": Lidmaatschap.objects.filter(wijk=wijk).first(),
        "uitnodiging": invite(
            email=f"iemand@{wijk.slug}.example", wijk=wijk, rol=Rol.SCHRIJVER
        ).uitnodiging,
    }
    log(made["buurt"], "wagtail.edit")
    return made


def screen_urls(model: str, pk: int) -> list[str]:
    """The addresses of all screens that this model has for one row."""
    found = []
    for screen in SCREENS:
        try:
            found.append(reverse(f"{model}:{screen}", args=[pk]))
        except Exception:  # noqa: S112 - left out on purpose
            continue
    return found


@pytest.mark.parametrize("model", MODELS)
def test_manager_opens_every_screen_of_own_rows(
    as_noor: Client, noor: User, haven: Wijk, model: str
) -> None:
    row = rows(haven)[model]

    urls = screen_urls(model, row.pk)
    codes = {url: as_noor.get(url).status_code for url in urls}

    assert urls
    assert set(codes.values()) == {200}, codes


@pytest.mark.parametrize("model", MODELS)
def test_stranger_opens_no_screen_of_anothers_row(
    as_fatma: Client, noor: User, haven: Wijk, model: str
) -> None:
    row = rows(haven)[model]
    before = list(type(row).objects.values_list())

    for url in screen_urls(model, row.pk):
        for answer in (
            as_fatma.get(url),
            as_fatma.post(url, {"name": "Gekaapt", "rol": "schrijver"}),
        ):
            assert answer.status_code in (302, 404, 405), url
            assert "haven" not in answer.content.decode().lower()

    assert list(type(row).objects.values_list()) == before


@pytest.mark.parametrize("model", MODELS)
def test_list_search_filter_and_export_hold_only_own_rows(
    as_fatma: Client, noor: User, haven: Wijk, sluis: Wijk, model: str
) -> None:
    rows(haven)
    rows(sluis)

    for query in ("", "?q=haven", f"?wijk={haven.pk}", "?export=csv", "?export=xlsx"):
        for screen in ("index", "index_results"):
            answer = as_fatma.get(reverse(f"{model}:{screen}") + query)
            body = b"".join(answer) if answer.streaming else answer.content
            assert answer.status_code == 200, query
            assert b"Iets van Haven" not in body, query
            assert b"havenkwartier" not in body.replace(b"q=haven", b"").lower(), query


def test_own_rows_are_in_the_list_and_the_export(as_fatma: Client, sluis: Wijk) -> None:
    rows(sluis)

    listed = as_fatma.get(reverse("buurt:index")).content.decode()
    exported = b"".join(as_fatma.get(reverse("buurt:index") + "?export=csv")).decode()

    assert "Iets van Oude Sluis" in listed
    assert "Iets van Oude Sluis" in exported


@pytest.mark.parametrize("model", ["buurt", "thema", "uitnodiging"])
def test_a_posted_ward_of_another_is_refused(
    as_fatma: Client, haven: Wijk, sluis: Wijk, model: str
) -> None:
    data = {"name": "Gekaapt", "email": "x@voorbeeld.example", "rol": "schrijver"}

    response = as_fatma.post(reverse(f"{model}:add"), {**data, "wijk": haven.pk})

    assert response.status_code == 200
    assert "geldige keuze" in " ".join(response.context["form"].errors["wijk"])
    assert not haven.buurten.exists()
    assert not haven.themas.exists()
    assert not haven.uitnodigingen.exists()


@pytest.mark.parametrize("model", ["thema", "uitnodiging"])
def test_leaving_the_ward_empty_does_not_make_it_the_citys(
    as_fatma: Client, sluis: Wijk, model: str
) -> None:
    data = {"name": "Voor allen", "email": "x@voorbeeld.example", "rol": "stadsredactie"}

    response = as_fatma.post(reverse(f"{model}:add"), {**data, "wijk": ""})

    assert response.context["form"].errors["wijk"]
    assert not Thema.objects.exists()
    assert not Uitnodiging.objects.exists()


def test_a_row_never_moves_to_another_ward(as_bea: Client, haven: Wijk, sluis: Wijk) -> None:
    buurt = rows(haven)["buurt"]

    as_bea.post(reverse("buurt:edit", args=[buurt.pk]), {"name": "Nieuw", "wijk": sluis.pk})

    buurt.refresh_from_db()
    assert (buurt.name, buurt.wijk) == ("Nieuw", haven)


def test_buurt_gets_an_address_that_stays(as_fatma: Client, sluis: Wijk) -> None:
    for name in ("De Punt", "De punt!"):
        as_fatma.post(reverse("buurt:add"), {"name": name, "wijk": sluis.pk})
    first = Buurt.objects.get(name="De Punt")
    as_fatma.post(reverse("buurt:edit", args=[first.pk]), {"name": "De Kop"})

    assert sorted(Buurt.objects.values_list("name", "slug")) == [
        ("De Kop", "de-punt"),
        ("De punt!", "de-punt-2"),
    ]


@pytest.mark.parametrize("name", ["De Punt", "de punt"])
def test_a_double_buurt_is_refused_in_dutch(as_fatma: Client, sluis: Wijk, name: str) -> None:
    Buurt.objects.create(wijk=sluis, name="De Punt", slug="de-punt")

    response = as_fatma.post(reverse("buurt:add"), {"name": name, "wijk": sluis.pk})

    assert "al een buurt met deze naam" in str(response.context["form"].errors["name"])


@pytest.mark.parametrize("view_name", ["inspect_view", "copy_view"])
def test_screens_that_are_off_ask_for_the_row_too(
    fatma: User, haven: Wijk, sluis: Wijk, view_name: str
) -> None:
    viewset = BuurtViewSet(inspect_view_enabled=True, copy_view_enabled=True)
    theirs, own = rows(haven)["buurt"], rows(sluis)["buurt"]
    request = RequestFactory().get("/")
    request.user = fatma
    view = getattr(viewset, view_name)

    answer: HttpResponse = view(request, pk=own.pk)

    assert answer.status_code == 200
    with pytest.raises(PermissionDenied):
        view(request, pk=theirs.pk)


@pytest.mark.parametrize(
    ("who", "seen"),
    [
        ("wim", []),
        ("joris", ["thema"]),
        ("fatma", MODELS),
        ("bea", MODELS),
    ],
)
def test_each_role_sees_its_own_screens(
    request: pytest.FixtureRequest, sluis: Wijk, haven: Wijk, who: str, seen: list[str]
) -> None:
    client: Client = request.getfixturevalue(f"as_{who}")

    open_to = [m for m in MODELS if client.get(reverse(f"{m}:index")).status_code == 200]
    menu = client.get("/beheer/").content.decode()

    assert open_to == seen
    for model in MODELS:
        in_menu = f'"{reverse(f"{model}:index")}"' in menu or f"/beheer/{model}/" in menu
        assert in_menu is (model in seen), model
    assert "/beheer/users/" not in menu


def test_my_ward_leads_straight_to_the_one_ward(as_fatma: Client, sluis: Wijk) -> None:
    menu = as_fatma.get("/beheer/").content.decode()

    assert "Mijn wijk" in menu
    assert f"/beheer/wijk/edit/{sluis.pk}/" in menu
