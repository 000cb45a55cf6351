"""A survey of all kinds of questions, and Nel who types in."""

from __future__ import annotations

import pytest
from django.test import Client

from accounts.models import User
from enquetes.models import Enquete, EnqueteIndexPage
from tests.conftest import client_of
from tests.factories import lid
from tests.factories.enquetes import key, question, rule, step, survey
from wijkteams.models import Buurt, Wijk
from wijkteams.roles import Rol


@pytest.fixture
def nel(haven: Wijk) -> User:
    """Types in paper for Havenkwartier, and does nothing else."""
    return lid("nel@sluisdam.example", Rol.INVOERDER_PAPIER, haven)


@pytest.fixture
def as_nel(nel: User) -> Client:
    """Nel's browser."""
    return client_of(nel)


def rows(number: int, *texts: str) -> list[dict[str, str]]:
    """Rows of a table; their ids follow `key(number * 100 + 50)`."""
    return [
        {"type": "item", "id": key(number * 100 + 50 + n), "value": text}
        for n, text in enumerate(texts, start=1)
    ]


@pytest.fixture
def every_kind(haven: Wijk) -> Enquete:
    """One question of each kind; 2 and 3 are for who has a dog."""
    for name in ("Dok", "Kade"):
        Buurt.objects.create(wijk=haven, name=name, slug=name.lower())
    dog = rule(1, key(101))
    return survey(
        EnqueteIndexPage.objects.get(wijk=haven),
        step(
            1,
            question("keuze", 1, "Ja", "Nee", text="Hebt u een hond?", weet_niet=True),
            question(
                "keuzes",
                2,
                *("Park", "Straat", "Plein"),
                text="Waar loopt u met de hond?",
                anders=True,
                maximum=2,
                als=dog,
            ),
            question("kort", 3, text="Hoe heet uw hond?", als=dog),
            title="Uw hond",
        ),
        step(
            2,
            question("schaal", 4, maximum="5", links="Slecht", rechts="Goed", weet_niet=True),
            question("smileys", 5),
            question("ja_nee", 6, weet_niet=True),
            question("rangorde", 7, "Bankjes", "Bomen", "Bakken"),
            question("matrix", 8, "Vaak", "Soms", "Nooit", rijen=rows(8, "Poep", "Blaffen")),
            question("getal", 9, minimum=0, maximum=120, weet_niet=True),
            question("datum", 10),
            question("postcode", 11),
            question("buurt", 12, weet_niet=True),
            question("lang", 13),
            question("foto", 14),
            question("tekst", 15, text="Dank u wel."),
            title="De wijk",
        ),
    )
