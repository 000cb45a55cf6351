from __future__ import annotations

import pytest
from django.urls import reverse

from accounts.models import User
from enquetes.beheer import menu
from enquetes.models import Enquete, EnqueteIndexPage
from tests.factories.enquetes import survey
from wijkteams.models import Wijk

pytestmark = pytest.mark.django_db


@pytest.fixture
def enquete(haven: Wijk, monkeypatch: pytest.MonkeyPatch) -> Enquete:
    monkeypatch.setattr(menu, "_screens", {})
    # Any address with a number will do to see which buttons there are.
    menu.register_screen("b", "Tweede", "thema:edit", "enquete.view", order=20)
    menu.register_screen("a", "Eerste", "thema:edit", "enquete.view", order=10)
    menu.register_screen("c", "Niets", "thema:edit", "bestaat.niet", order=30)
    menu.register_screen(
        "d", "Alleen open", "thema:edit", "enquete.view", matters=lambda one: not one.is_live
    )
    return survey(EnqueteIndexPage.objects.get(wijk=haven))


def test_buttons_stand_in_order_for_who_may_use_them(enquete: Enquete, joris: User) -> None:
    buttons = menu.buttons_for(joris, enquete)

    assert [str(one.label) for one in buttons] == ["Eerste", "Tweede"]
    assert buttons[0].url == reverse("thema:edit", args=[enquete.pk])


def test_other_wards_get_no_button(enquete: Enquete, fatma: User) -> None:
    assert menu.buttons_for(fatma, enquete) == []


def test_what_was_never_published_has_no_buttons(enquete: Enquete, joris: User) -> None:
    assert menu.buttons_for(joris, None) == []
