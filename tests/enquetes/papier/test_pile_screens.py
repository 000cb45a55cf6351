"""The lists around typing in: surveys, piles, and letting a pile count."""

from __future__ import annotations

from datetime import timedelta

import pytest
from django.test import Client
from django.urls import reverse
from django.utils import timezone

from accounts.models import User
from enquetes.models import Enquete, Envelop, Inzending, Papierstapel
from enquetes.papier.services import make_stapel
from tests.counting import count_queries
from tests.factories.enquetes import key

pytestmark = pytest.mark.django_db


def type_one(client: Client, stapel: Papierstapel, ronde: str = "1") -> None:
    begin = reverse("papier:begin", args=[stapel.pk])
    url = client.post(begin, {"ronde": ronde}).headers["Location"]
    client.post(url, {"wijziging": "0", "v1": "1", "actie": "klaar"})


def test_who_types_in_sees_the_way_there_and_little_else(
    every_kind: Enquete, as_nel: Client
) -> None:
    html = as_nel.get(reverse("papier:index")).content.decode()
    assert reverse("papier:enquete", args=[every_kind.pk]) in html
    menu = as_nel.get("/beheer/").content.decode()
    assert reverse("papier:index") in menu


def test_who_works_elsewhere_sees_none_of_these_surveys(
    every_kind: Enquete, as_fatma: Client
) -> None:
    assert every_kind.title not in as_fatma.get(reverse("papier:index")).content.decode()
    url = reverse("papier:enquete", args=[every_kind.pk])
    assert as_fatma.get(url).headers["Location"] == "/beheer/"


def test_a_new_pile_knows_how_it_came_and_whether_it_is_typed_twice(
    every_kind: Enquete, as_nel: Client
) -> None:
    url = reverse("papier:enquete", args=[every_kind.pk])
    as_nel.post(url, {"kanaal": "deur", "dubbel": "on"})
    stapel = Papierstapel.objects.get()
    assert (stapel.kanaal, stapel.dubbel) == ("deur", True)


def test_a_pile_cannot_say_that_it_came_by_the_site(every_kind: Enquete, as_nel: Client) -> None:
    as_nel.post(reverse("papier:enquete", args=[every_kind.pk]), {"kanaal": "web"})
    assert not Papierstapel.objects.exists()


def test_counting_asks_first_and_then_tells_how_many(
    every_kind: Enquete, as_nel: Client, nel: User
) -> None:
    stapel = make_stapel(every_kind, by=nel)
    for _n in range(2):
        type_one(as_nel, stapel)
    url = reverse("papier:tellen", args=[stapel.pk])
    assert "Laat je 2 formulieren meetellen?" in as_nel.get(url).content.decode()
    assert not Envelop.objects.exists()
    html = as_nel.post(url, follow=True).content.decode()
    assert "2 formulieren tellen mee." in html
    assert Envelop.objects.count() == 2
    again = as_nel.post(url, follow=True).content.decode()
    assert "al meegeteld" in again
    assert Envelop.objects.count() == 2


def test_answers_are_told_by_the_way_they_came(every_kind: Enquete, as_nel: Client) -> None:
    for kanaal, number in (("web", 3), ("papier", 2), ("telefoon", 1)):
        for _n in range(number):
            Inzending.objects.create(
                enquete=every_kind,
                versie=every_kind.versie,
                kanaal=kanaal,
                dag=timezone.localdate() - timedelta(days=1),
                antwoorden={key(1): key(101)},
            )
    html = as_nel.get(reverse("papier:enquete", args=[every_kind.pk])).content.decode()
    plain = "".join(html.split())
    for label, number in (("Website", 3), ("Papier", 2), ("Telefoon", 1)):
        assert f"<dt>{label}</dt><dd>{number}</dd>" in plain


def test_a_form_that_is_not_finished_is_told_and_can_be_thrown_away(
    every_kind: Enquete, as_nel: Client, nel: User
) -> None:
    stapel = make_stapel(every_kind, by=nel)
    url = as_nel.post(reverse("papier:begin", args=[stapel.pk])).headers["Location"]
    as_nel.post(url, {"wijziging": "0", "v1": "1", "actie": "later"})
    pile = reverse("papier:stapel", args=[stapel.pk])
    assert "nog niet af" in as_nel.get(pile).content.decode()
    row = stapel.invoer.get()
    away = reverse("papier:weg", args=[row.pk])
    as_nel.get(away)
    assert stapel.invoer.exists()
    as_nel.post(away)
    assert not stapel.invoer.exists()


def test_a_pile_of_many_forms_costs_no_more_queries(
    every_kind: Enquete, as_nel: Client, nel: User, joris: User
) -> None:
    stapel = make_stapel(every_kind, dubbel=True, by=nel)
    url = reverse("papier:stapel", args=[stapel.pk])
    counts = []
    for number in (3, 30):
        stapel.invoer.all().delete()
        for n in range(number):
            for ronde in (1, 2):
                stapel.invoer.create(
                    formulier=n + 1, ronde=ronde, klaar=ronde == 1, entered_by=joris
                )
        counts.append(count_queries(lambda: as_nel.get(url)))
    assert counts[0] == counts[1]


def test_every_screen_says_in_one_heading_what_it_is(
    every_kind: Enquete, as_nel: Client, nel: User
) -> None:
    stapel = make_stapel(every_kind, dubbel=True, by=nel)
    form = as_nel.post(reverse("papier:begin", args=[stapel.pk])).headers["Location"]
    urls = [reverse("papier:index"), reverse("papier:enquete", args=[every_kind.pk]), form]
    urls += [reverse(f"papier:{name}", args=[stapel.pk]) for name in ("stapel", "verschillen")]
    urls += [reverse("papier:tellen", args=[stapel.pk]), f"{form}weg/"]
    for url in urls:
        html = as_nel.get(url).content.decode()
        assert html.count("<h1") == 1, url
