"""A resident with a browser, for the tests of filling in."""

from __future__ import annotations

from typing import Any

from django.http import HttpResponse
from django.test import Client
from django.urls import reverse

from enquetes.invullen.services import begin
from enquetes.models import Concept, Enquete, EnqueteIndexPage
from tests.factories.enquetes import key, question, rule, step, survey
from wijkteams.models import Wijk

ALL_KINDS = (
    "kort",
    "lang",
    "keuze",
    "keuzes",
    "schaal",
    "smileys",
    "ja_nee",
    "rangorde",
    "matrix",
    "getal",
    "datum",
    "postcode",
    "buurt",
    "kaart",
    "foto",
)


class Resident:
    """Fills in one survey with their own browser."""

    def __init__(self, enquete: Enquete) -> None:
        self.enquete, self.client = enquete, Client()

    def begin(self, **begun: Any) -> HttpResponse:
        """As the first page of a survey does it."""
        request: Any = self.client.get("/livez").wsgi_request
        request.COOKIES = {name: one.value for name, one in self.client.cookies.items()}
        response = begin(request, self.enquete, **{"language": "nl", **begun})
        self.client.cookies.update(response.cookies)
        return response

    def url(self, name: str = "stap", *args: Any) -> str:
        """The address of a page of filling in."""
        return reverse(f"enquete_{name}", args=[self.enquete.code, *args])

    def see(self, stap: int = 1) -> HttpResponse:
        """Open a page of questions."""
        return self.client.get(self.url("stap", stap))

    def fill(self, stap: int, follow: bool = False, **answers: Any) -> Any:
        """Send a page; answers by `v<number of the question>`, other names as they are."""
        data = {_name(name): value for name, value in answers.items()}
        return self.client.post(self.url("stap", stap), data, follow=follow)

    def send(self, follow: bool = False, **data: Any) -> Any:
        """Send all that was filled in."""
        return self.client.post(self.url("controle"), data, follow=follow)

    def concept(self) -> Concept:
        """What is half filled in, when there is one for this survey."""
        return Concept.objects.get(enquete=self.enquete)


def _name(name: str) -> str:
    number, _, rest = name.removeprefix("v").partition("__")
    if not (name.startswith("v") and number.isdigit()):
        return name
    return key(int(number)) + (f"__{rest}" if rest else "")


def dogs(haven: Wijk, **fields: Any) -> Enquete:
    """Three pages; the second only for who has a dog."""
    return survey(
        EnqueteIndexPage.objects.get(wijk=haven),
        step(1, question("keuze", 1, "Ja", "Nee", verplicht=True), title="Uw hond"),
        step(2, question("kort", 2), title="Uitlaten", als=rule(1, key(101))),
        step(3, question("lang", 3), title="Tot slot"),
        **fields,
    )
