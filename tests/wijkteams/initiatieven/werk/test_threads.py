"""A theme of signals becomes the draft of an initiative, with the thread between them."""

from __future__ import annotations

import pytest
from django.core.exceptions import ValidationError

from accounts.models import User
from nieuws.models import NieuwsIndexPage
from tests.factories import initiatieven as make
from tests.factories import news
from wijkteams.draden.makers import make_of, makers
from wijkteams.draden.showing import chain_of
from wijkteams.initiatieven.models import InitiatiefPage
from wijkteams.models import Wijk

pytestmark = pytest.mark.django_db


def test_a_draft_comes_from_something_and_is_made_once(
    joris: User, fatma: User, haven: Wijk, haven_news: NieuwsIndexPage
) -> None:
    make.initiatief_page(haven)
    source = news(haven_news, title="De winkel gaat dicht")
    assert "initiatief" in [one.name for one in makers()]
    page, is_new = make_of(source, "initiatief", haven, by=joris, why="Daarom")
    assert (type(page), page.live, is_new) == (InitiatiefPage, False, True)
    again, is_new = make_of(source, "initiatief", haven, by=joris, why="Daarom")
    assert (again.pk, is_new) == (page.pk, False)
    with pytest.raises(ValidationError):
        make_of(news(haven_news, title="Ander"), "initiatief", haven, by=fatma, why="")
    page.save_revision().publish()
    titles = [step.title for step in chain_of(page)]
    assert titles == ["De winkel gaat dicht", "De winkel gaat dicht"]
