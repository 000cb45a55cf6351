"""Looking at a newsletter before it goes: in a frame, and as a mail to oneself (N7)."""

from __future__ import annotations

import pytest
from django.core import mail
from django.test import Client

from nieuws.edities import sending as screens
from nieuws.models import Editie, NieuwsbriefPage
from tests.nieuws.edities.conftest import send_url, words

pytestmark = pytest.mark.django_db


def test_a_test_mail_goes_to_one_address(page: NieuwsbriefPage, as_joris: Client) -> None:
    answer = as_joris.post(send_url(page, "proef/"), {"naar": "jij@x.example"}, follow=True)

    assert [one.to for one in mail.outbox] == [["jij@x.example"]]
    assert mail.outbox[0].subject == "Proef: Soep voor iedereen"
    assert "De proefmail is onderweg naar jij@x.example" in words(answer)
    assert not Editie.objects.exists()


@pytest.mark.parametrize("to", ["", "niets", "a@b.nl, c@d.nl", "a@b.nl\nBcc: c@d.nl"])
def test_a_test_mail_to_no_address_says_so(
    page: NieuwsbriefPage, as_joris: Client, to: str
) -> None:
    answer = as_joris.post(send_url(page, "proef/"), {"naar": to}, follow=True)

    assert answer.status_code == 200
    assert mail.outbox == []
    assert 'class="error"' in words(answer)


def test_test_mails_are_no_way_to_write_to_a_street(
    page: NieuwsbriefPage, as_joris: Client
) -> None:
    for number in range(screens.TESTS.limit + 1):
        answer = as_joris.post(
            send_url(page, "proef/"), {"naar": f"buur{number}@x.example"}, follow=True
        )

    assert len(mail.outbox) == screens.TESTS.limit
    assert "veel proefmails" in words(answer)


def test_the_mail_stands_in_a_frame_in_which_nothing_runs(
    page: NieuwsbriefPage, as_joris: Client
) -> None:
    frame = as_joris.get(send_url(page, "voorbeeld/"))

    assert "Vrijdag is er soep." in frame.content.decode()
    assert "WIJKPLEINLINK" not in frame.content.decode()
    assert "script-src 'none'" in frame["Content-Security-Policy"]
    assert "sandbox allow-popups" in frame["Content-Security-Policy"]
