"""Links in mails open one thing for one person, and looking changes nothing (R-08, R-09)."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

import pytest
from django.test import Client

from nieuws.abonneren import links, services, tokens
from nieuws.models import Abonnee, Abonnement, Lijst, Rem, Toestemming

ADDRESS = {
    tokens.BEVESTIGEN: "bevestigen",
    tokens.AFMELDEN: "afmelden",
    tokens.BEHEREN: "mijn",
    tokens.VERLENGEN: "verlengen",
}


def code_for(purpose: str, row: Abonnement) -> str:
    if purpose == tokens.BEVESTIGEN:
        return row.aanvraag
    return row.code if purpose == tokens.AFMELDEN else row.abonnee.code


def path_for(purpose: str, token: str) -> str:
    return f"/nieuwsbrief/{ADDRESS[purpose]}/{token}/"


def rows() -> list[Any]:
    models = (Abonnee, Abonnement, Toestemming, Rem)
    return [list(model.objects.order_by("pk").values()) for model in models]


@pytest.fixture
def bram(lijst: Lijst) -> Abonnement:
    """Bram asked, and did not confirm yet."""
    (row,) = services.ask("bram@bewoner.example", [lijst]).abonnementen
    return Abonnement.objects.select_related("abonnee").get(pk=row.pk)


def all_paths(*found: Abonnement) -> Iterator[str]:
    for row in found:
        for purpose in tokens.PURPOSES:
            yield path_for(purpose, tokens.make(purpose, code_for(purpose, row)))


def test_a_mail_scanner_changes_nothing(client: Client, anna: Abonnement, bram: Abonnement) -> None:
    before = rows()
    for _time in range(5):
        for path in all_paths(anna, bram):
            assert client.get(path).status_code in {200, 404}
            client.head(path)
            client.options(path)
            assert client.put(path).status_code in {403, 405}
    assert rows() == before


def test_the_buttons_that_change_something_ask_for_a_token_against_forgery(
    anna: Abonnement, bram: Abonnement
) -> None:
    """All but leaving, which a mail program does without a cookie (RFC 8058)."""
    strict, before = Client(enforce_csrf_checks=True), rows()
    for path in all_paths(anna, bram):
        if "/afmelden/" not in path:
            assert strict.post(path, {"actie": "alles"}).status_code == 403
            assert strict.post(path, {"actie": "ja"}).status_code == 403
    assert rows() == before


def test_a_token_serves_one_purpose_for_one_person(anna: Abonnement, bram: Abonnement) -> None:
    made = {
        (purpose, row.pk): tokens.make(purpose, code_for(purpose, row))
        for row in (anna, bram)
        for purpose in tokens.PURPOSES
    }
    assert len({len(token) for token in made.values()}) == 1
    for (purpose, _pk), token in made.items():
        opened = [other for other in tokens.PURPOSES if tokens.code_of(other, token)]
        assert opened == [purpose]


def test_what_was_tampered_with_opens_nothing(anna: Abonnement, bram: Abonnement) -> None:
    for purpose in tokens.PURPOSES:
        good, other = (tokens.make(purpose, code_for(purpose, row)) for row in (anna, bram))
        code, signature = good.split("-")
        wrong = [
            f"{code}-{other.split('-')[1]}",
            f"{other.split('-')[0]}-{signature}",
            good[:-1],
            good[1:],
            good.upper(),
            f"{good}0",
            code,
            code_for(purpose, anna),
            str(anna.pk),
            f"{code}-{'0' * 40}",
            f"{good}\n",
        ]
        assert [token for token in wrong if tokens.code_of(purpose, token)] == []
        assert tokens.code_of(purpose, good) == code


def test_no_number_opens_anything(client: Client, anna: Abonnement) -> None:
    for purpose in list(tokens.PURPOSES)[:4]:
        assert client.get(path_for(purpose, str(anna.pk))).status_code == 404


def test_wrong_and_gone_are_answered_alike(client: Client, anna: Abonnement) -> None:
    paths = list(all_paths(anna))
    Abonnee.objects.all().delete()
    wrong = client.get(f"/nieuwsbrief/mijn/{'a' * 32}-{'b' * 40}/")
    answers = [client.get(path) for path in paths]
    assert {answer.status_code for answer in [wrong, *answers]} == {404}
    assert {answer.content for answer in answers} == {wrong.content}


def test_ten_thousand_guesses_hit_nothing_and_the_eleventh_is_stopped(
    client: Client, anna: Abonnement
) -> None:
    code = anna.code
    guesses = (f"{code}-{number:040x}" for number in range(10_000))
    assert not any(tokens.code_of(tokens.AFMELDEN, guess) for guess in guesses)
    answers = [client.get(f"/nieuwsbrief/afmelden/{code}-{n:040x}/") for n in range(12)]
    assert [answer.status_code for answer in answers] == [404] * 10 + [429] * 2
    assert client.get(next(all_paths(anna))).status_code == 429  # nor shows that one was right


def test_links_of_readers_who_left_long_ago_do_not_close_the_door_for_others(
    client: Client, anna: Abonnement
) -> None:
    """A large mail provider clicks for many: only what we never made counts as a guess."""
    gone = [tokens.make(tokens.AFMELDEN, tokens.new_code()) for _one in range(12)]
    codes = {client.post(f"/nieuwsbrief/afmelden/{token}/").status_code for token in gone}
    assert codes == {404}
    assert client.post(path_for("afmelden", links.leave_url(anna).split("/")[-2])).status_code < 400


def test_secret_addresses_are_kept_by_nobody(client: Client, anna: Abonnement) -> None:
    for path in all_paths(anna):
        answer = client.get(path)
        assert "no-store" in answer["Cache-Control"]
        assert "noindex" in answer["X-Robots-Tag"]
        assert answer["Referrer-Policy"] == "same-origin"
        head = answer.content.decode().partition("</head>")[0]
        assert path not in head
