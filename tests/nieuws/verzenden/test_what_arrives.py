"""What a reader gets, read by a parser that is not ours."""

from __future__ import annotations

import re
from typing import Any

import fast_mail_parser
import pytest

from nieuws.abonneren import tokens
from nieuws.models import Editie, Lijst, Zending
from nieuws.retouren import verp
from nieuws.verzenden.turns import turn
from tests.factories.nieuws import reader
from tests.nieuws.verzenden.post import Post, Taken

pytestmark = pytest.mark.django_db


def head_of(mail: Taken) -> dict[str, str]:
    """The headers; what stands there twice is joined, so that it is no longer right."""
    found = fast_mail_parser.parse_email(mail.data).headers
    return {
        name: " ".join([value] if isinstance(value, str) else value)
        for name, value in found.items()
    }


def test_each_reader_gets_one_mail(editie: Editie, post: Post) -> None:
    assert turn(editie.pk) is None
    assert sorted(post.readers) == [f"{name}@sluisdam.example" for name in ("bep", "cor", "ria")]
    editie.refresh_from_db()
    assert editie.status == Editie.Status.KLAAR
    assert editie.totals[Zending.Status.VERSTUURD] == 3


def test_the_headers_are_those_of_a_list(
    editie: Editie, lijst: Lijst, post: Post, settings: Any
) -> None:
    settings.BOUNCE_ADDRESS = "retour@sluisdam.example"
    settings.BOUNCE_IMAP_URL = "imaps://retour:geheim@sluisdam.example"
    turn(editie.pk)
    mail = next(mail for mail in post.taken if mail.to.startswith("ria"))
    head = head_of(mail)
    own = editie.zendingen.get(abonnee__email="ria@sluisdam.example")
    token = tokens.make(tokens.AFMELDEN, own.abonnement.code)
    url = f"http://testserver/nieuwsbrief/afmelden/{token}/"
    leave = verp.leave_address(own.abonnement.code)
    assert head["List-Unsubscribe"] == f"<{url}>, <mailto:{leave}>"
    assert head["List-Unsubscribe-Post"] == "List-Unsubscribe=One-Click"
    assert head["List-Id"].endswith(f"<{lijst.code}.nieuwsbrief.testserver>")
    assert head["Message-ID"] == f"<{own.code}@sluisdam.example>"
    assert head["To"] == "ria@sluisdam.example"
    assert head["Precedence"] == "bulk"
    assert verp.zending_code(mail.sender) == own.code


def test_each_mail_has_the_links_of_its_reader_only(editie: Editie, post: Post) -> None:
    turn(editie.pk)
    for mail in post.taken:
        own = editie.zendingen.get(abonnee__email=mail.to)
        read = fast_mail_parser.parse_email(mail.data)
        for body in (read.text_plain[0], read.text_html[0]):
            found = set(re.findall(r"[0-9a-f]{32}-[0-9a-f]{40}", body))
            assert found == {
                tokens.make(tokens.AFMELDEN, own.abonnement.code),
                tokens.make(tokens.BEHEREN, own.abonnee.code),
            }
            assert "WIJKPLEIN" not in body


def test_the_words_arrive_as_they_were_written(editie: Editie, post: Post) -> None:
    turn(editie.pk)
    read = fast_mail_parser.parse_email(post.taken[0].data)
    assert "Vrijdag is er soep. Écht." in read.text_plain[0]
    assert read.subject == "Soep voor iedereen"
    assert max(len(line) for line in post.taken[0].data.split(b"\r\n")) <= 998


def test_answers_go_to_the_team(editie: Editie, post: Post) -> None:
    wijk = editie.wijk
    wijk.contact_email = "team@haven.example"
    wijk.save()
    turn(editie.pk)
    head = head_of(post.taken[0])
    assert head["Reply-To"] == "team@haven.example"
    assert head["From"] == "Havenkwartier <post@sluisdam.example>"


def test_a_line_end_in_the_subject_or_the_sender_makes_no_header(
    editie: Editie, post: Post
) -> None:
    from nieuws.verzenden.starting import start

    start(editie)
    Editie.objects.filter(pk=editie.pk).update(
        subject="Soep\r\nBcc: alle@stad.example", sender_name="Joris\nX-Kwaad: ja"
    )
    turn(editie.pk)
    head = head_of(post.taken[0])
    assert not {"Bcc", "X-Kwaad"} & set(head)
    assert len(post.taken) == 3


def test_a_domain_in_any_script_is_written_to(editie: Editie, lijst: Lijst, post: Post) -> None:
    reader(lijst, "zoe.test@münchen.example")
    turn(editie.pk)
    assert "zoe.test@xn--mnchen-3ya.example" in post.readers


def test_an_address_that_would_break_the_line_is_refused_and_the_others_go(
    editie: Editie, lijst: Lijst, post: Post
) -> None:
    bad = reader(lijst, "x@sluisdam.example").abonnee
    type(bad).objects.filter(pk=bad.pk).update(email="x@a.example>\r\nRCPT TO:<y@b.example")
    turn(editie.pk)
    assert len(post.taken) == 3
    assert editie.zendingen.get(abonnee=bad).status == Zending.Status.GEWEIGERD


def test_one_connection_serves_a_whole_batch(editie: Editie, post: Post) -> None:
    turn(editie.pk)
    assert post.connections == 1


def test_a_line_that_begins_with_a_dot_arrives_so(editie: Editie, post: Post) -> None:
    from nieuws.verzenden.starting import start

    start(editie)
    text = Editie.objects.get(pk=editie.pk).text
    Editie.objects.filter(pk=editie.pk).update(text=f"regel\n.\n..punt\n{text}")
    turn(editie.pk)
    read = fast_mail_parser.parse_email(post.taken[0].data)
    assert read.text_plain[0].replace("\r\n", "\n").startswith("regel\n.\n..punt\n")
