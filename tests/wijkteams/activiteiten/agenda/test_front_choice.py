"""What stands first on a front page is chosen by who may publish there."""

from __future__ import annotations

import pytest

from accounts.models import User
from tests.factories import lid
from tests.factories.activiteiten import activiteit_page
from wijkteams.activiteiten.models import ActiviteitPage, AgendaPage
from wijkteams.roles import Rol

pytestmark = pytest.mark.django_db


def fields(user: User, page: ActiviteitPage) -> set[str]:
    form = ActiviteitPage.get_edit_handler().get_form_class()
    return set(form(instance=page, for_user=user).fields) & {"voorop", "voorop_stad"}


@pytest.mark.parametrize(
    ("rol", "seen"),
    [
        (Rol.SCHRIJVER, set()),
        (Rol.REDACTEUR, {"voorop"}),
        (Rol.WIJKBEHEERDER, {"voorop"}),
        (Rol.STADSREDACTIE, {"voorop", "voorop_stad"}),
    ],
)
def test_each_role_chooses_for_its_own_front_page(
    haven_agenda: AgendaPage, rol: Rol, seen: set[str]
) -> None:
    page = activiteit_page(haven_agenda)
    wijk = None if rol == Rol.STADSREDACTIE else page.wijk

    assert fields(lid("nieuw@sluisdam.example", rol, wijk), page) == seen


def test_an_editor_of_another_ward_chooses_nothing(
    haven_agenda: AgendaPage, sluis_agenda: AgendaPage
) -> None:
    page = activiteit_page(haven_agenda)

    other = lid("ander@sluisdam.example", Rol.REDACTEUR, sluis_agenda.wijk)

    assert fields(other, page) == set()
