"""A link or a code opens one thing for one person, and looking uses nothing up (R-08, R-09)."""

from __future__ import annotations

import random
from datetime import date, timedelta

import pytest
from django.test import Client
from django.utils import timezone

from enquetes.models import Concept, Deelname, Enquete, Panellid
from enquetes.toegang import codes, tokens
from enquetes.toegang.keyed import digest
from enquetes.toegang.panel import confirm, join
from enquetes.toegang.rights import mail_digests, panel_digests, right_of
from tests.enquetes.toegang.conftest import Make
from wijkteams.models import Wijk

ANNA = "anna@bewoner.example"


def _until() -> date:
    return timezone.localdate() + tokens.GOOD_FOR


def _path(enquete: Enquete, token: str) -> str:
    return f"/enquete/{enquete.code}/link/{token}/"


def _by_mail(enquete: Enquete, email: str = ANNA) -> str:
    return tokens.make(tokens.MAIL, enquete.code, mail_digests(enquete, email)[0], until=_until())


def _by_panel(enquete: Enquete, wijk: Wijk) -> str:
    join(ANNA, wijk)
    lid = Panellid.objects.get(email=ANNA, wijk=wijk)
    confirm(lid)
    right = right_of(enquete, Deelname.Soort.PANEL, panel_digests(lid, enquete))
    return tokens.make(tokens.PANEL, enquete.code, right.digest)


def _deelnames() -> list[object]:
    return list(Deelname.objects.order_by("pk").values())


@pytest.mark.parametrize("toegang", ["mail", "panel"])
def test_looking_at_a_link_uses_nothing_up(
    client: Client, make: Make, haven: Wijk, toegang: str
) -> None:
    enquete = make(toegang)
    token = _by_mail(enquete) if toegang == "mail" else _by_panel(enquete, haven)
    before = _deelnames()

    for _time in range(5):
        assert client.get(_path(enquete, token)).status_code == 200
        client.head(_path(enquete, token))
        client.options(_path(enquete, token))

    assert _deelnames() == before
    assert not Concept.objects.exists()
    assert client.post(_path(enquete, token)).status_code == 302
    assert Concept.objects.count() == 1


def test_tokens_of_one_thing_open_no_other(client: Client, make: Make, haven: Wijk) -> None:
    mail, other, panel = make("mail"), make("mail", title="Bomen"), make("panel", title="Zitten")
    of_panel = _by_panel(panel, haven)
    lid = tokens.make(tokens.LID, "panel", Panellid.objects.get().code)
    right = {
        _path(mail, _by_mail(mail)),
        _path(other, _by_mail(other)),
        _path(panel, of_panel),
        f"/bewonerspanel/lid/{lid}/",
    }
    given = [_by_mail(mail), _by_mail(other), of_panel, lid]

    paths = [_path(one, token) for token in given for one in (mail, other, panel)]
    paths += [f"/bewonerspanel/lid/{token}/" for token in given]
    opened = {
        path
        for number, path in enumerate(paths)
        if client.get(path, REMOTE_ADDR=f"10.0.0.{number}").status_code == 200
    }

    assert opened == right


@pytest.mark.parametrize(
    "change",
    [
        lambda token: token[:-1],
        lambda token: token.upper(),
        lambda token: token + "0",
        lambda token: token[1:],
        lambda token: "0" * len(token),
        lambda token: token.replace("-", ""),
        lambda token: token[:32] + "991231" + token[38:],
        lambda token: token[:32] + "000000" + token[38:],
        lambda token: token.replace("-", "%00-"),
        lambda token: "é" + token[1:],
        lambda token: token * 50,
    ],
)
def test_a_changed_link_opens_nothing(client: Client, make: Make, change: object) -> None:
    enquete = make("mail")

    response = client.get(_path(enquete, change(_by_mail(enquete))))  # type: ignore[operator]

    assert response.status_code == 404


def test_ten_thousand_guesses_open_nothing(make: Make) -> None:
    enquete = make("huiscode")
    codes.make(enquete, 2_000)
    chance = random.Random(8)
    hexes = "0123456789abcdef"

    known = set(Deelname.objects.values_list("digest", flat=True))
    hits = 0
    for _guess in range(10_000):
        guess = "".join(chance.choices(codes.LETTERS, k=codes.LENGTH))
        token = "".join(chance.choices(hexes, k=38)) + "-" + "".join(chance.choices(hexes, k=40))
        hits += tokens.code_of(tokens.MAIL, enquete.code, token) is not None
        hits += digest("huiscode", f"{enquete.code}|{guess}") in known

    assert hits == 0
    assert codes.find(enquete, codes.made_of(enquete, 7)) is not None  # what is right, is found


def test_who_guesses_links_is_stopped(client: Client, make: Make) -> None:
    enquete = make("mail")
    answers = [client.get(_path(enquete, f"{number:079d}")).status_code for number in range(11)]

    assert answers == [404] * 10 + [429]


def test_wrong_old_and_unknown_links_get_one_answer(client: Client, make: Make) -> None:
    enquete, other = make("mail"), make("mail", title="Bomen")
    mine = mail_digests(enquete, ANNA)[0]
    yesterday = timezone.localdate() - timedelta(days=1)
    old = tokens.make(tokens.MAIL, enquete.code, mine, until=yesterday)

    bodies = {
        client.get(path).content
        for path in (
            _path(enquete, old),
            _path(enquete, "x"),
            _path(enquete, _by_mail(other)),
            "/enquete/bestaatniet/link/x/",
        )
    }

    assert len({body.split(b"</head>")[1] for body in bodies}) == 1


def test_a_link_works_seven_days(make: Make, monkeypatch: pytest.MonkeyPatch) -> None:
    enquete = make("mail")
    token, today = _by_mail(enquete), timezone.localdate()

    for days, works in ((7, True), (8, False)):
        day = today + timedelta(days=days)
        monkeypatch.setattr("enquetes.toegang.tokens.timezone.localdate", lambda day=day: day)
        assert (tokens.code_of(tokens.MAIL, enquete.code, token) is not None) is works


def test_a_link_that_was_used_says_so(client: Client, make: Make) -> None:
    enquete = make("mail")
    right_of(enquete, Deelname.Soort.MAIL, mail_digests(enquete, ANNA))
    Deelname.objects.update(used=True)

    response = client.get(_path(enquete, _by_mail(enquete)))

    assert "al ingevuld" in response.content.decode()
    client.post(_path(enquete, _by_mail(enquete)))
    assert not Concept.objects.exists()


def test_nothing_in_the_database_opens_a_link(make: Make, settings: object) -> None:
    """Negative control of the signature: with another key of the site it is no token."""
    enquete = make("mail")
    token = _by_mail(enquete)
    assert tokens.code_of(tokens.MAIL, enquete.code, token)

    settings.SECRET_KEY = "another-key-of-the-site-0123456789-0123456789"  # type: ignore[attr-defined]
    assert tokens.code_of(tokens.MAIL, enquete.code, token) is None


def test_links_and_codes_outlive_a_new_key_of_the_site(make: Make, settings: object) -> None:
    enquete = make("mail")
    token, first = _by_mail(enquete), codes.make(enquete, 1)
    row, code = Deelname.objects.get(nummer=first), codes.made_of(enquete, first)

    settings.SECRET_KEY_FALLBACKS = [settings.SECRET_KEY]  # type: ignore[attr-defined]
    settings.SECRET_KEY = "another-key-of-the-site-0123456789-0123456789"  # type: ignore[attr-defined]

    assert tokens.code_of(tokens.MAIL, enquete.code, token)
    assert codes.find(enquete, code) == row
    assert codes.code_of(row) == code
