"""One place says whose rows somebody sees: `visible_to`, on every queryset of ward rows (W4)."""

from __future__ import annotations

from typing import Any

import pytest
from django.apps import apps
from django.db.models import Model
from wagtail.models import Page
from wagtail.permissions import policy_registry

from accounts.models import User
from tests.factories import lid, photo
from wijkteams.models import Buurt, Document, Image, Importronde, Thema, Uitnodiging, Wijk
from wijkteams.permissions import WijkPagePolicy
from wijkteams.querysets import OfWijk
from wijkteams.roles import Rol

OF_A_WARD = [
    model
    for model in apps.get_models()
    if any(field.related_model is Wijk for field in model._meta.concrete_fields)
]


def test_there_are_models_with_a_ward() -> None:
    assert {Buurt, Thema, Image, Document, Uitnodiging} <= set(OF_A_WARD)


@pytest.mark.parametrize("model", OF_A_WARD, ids=lambda model: model._meta.label)
def test_every_model_with_a_ward_says_whose_rows_one_sees(model: type[Model]) -> None:
    if issubclass(model, Page):
        # The place in the tree counts, also of a page that was moved: see the policy.
        assert isinstance(policy_registry.get_by_type(model), WijkPagePolicy)
    else:
        assert hasattr(model._default_manager.all(), "visible_to"), model


@pytest.fixture
def rows(haven: Wijk, sluis: Wijk) -> dict[Any, list[Any]]:
    """Of each kind one of Havenkwartier, one of Oude Sluis."""
    wards = (haven, sluis)
    return {
        Buurt: [Buurt.objects.create(wijk=w, name=w.name, slug="b") for w in wards],
        Thema: [Thema.objects.create(wijk=w, name=w.name, slug=w.slug) for w in wards],
        Image: [photo(w) for w in wards],
    }


@pytest.mark.django_db
@pytest.mark.parametrize("model", [Buurt, Thema, Image])
def test_members_see_rows_of_the_own_ward_and_the_city_sees_all(
    rows: dict[Any, list[Any]], joris: User, fatma: User, bea: User, model: Any
) -> None:
    own, other = rows[model]

    assert list(model.objects.visible_to(joris)) == [own]
    assert list(model.objects.visible_to(fatma)) == [other]
    assert {own, other} <= set(model.objects.visible_to(bea))


@pytest.mark.django_db
def test_addresses_of_the_team_are_for_who_cares_for_the_team(
    joris: User, wim: User, haven: Wijk, bea: User
) -> None:
    noor = lid("noor@sluisdam.example", Rol.WIJKBEHEERDER, haven)
    team = haven.lidmaatschappen

    assert not team.visible_to(joris).exists()
    assert not team.visible_to(wim).exists()
    assert team.visible_to(noor).count() == 3
    assert team.visible_to(bea).count() == 3


@pytest.mark.django_db
def test_imports_are_for_the_city(joris: User, bea: User) -> None:
    Importronde.objects.create(file_name="wijken.json", sha256="0" * 64)

    assert not Importronde.objects.visible_to(joris).exists()
    assert Importronde.objects.visible_to(bea).count() == 1


@pytest.mark.django_db
def test_lists_of_the_cms_ask_it(
    rows: dict[Any, list[Any]], as_joris: Any, haven: Wijk, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Not only the policy: with `visible_to` shut, the list of the own ward is empty."""
    listed = as_joris.get("/beheer/thema/").content.decode()
    monkeypatch.setattr(OfWijk, "visible_to", lambda rows, user: rows.none())

    assert f"/beheer/thema/edit/{rows[Thema][0].pk}/" in listed
    assert "/beheer/thema/edit/" not in as_joris.get("/beheer/thema/").content.decode()
