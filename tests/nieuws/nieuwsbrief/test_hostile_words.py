"""Whatever is typed in a newsletter stays text: in the mail, on the page, and in headers (R-23)."""

from __future__ import annotations

from email.message import EmailMessage
from html.parser import HTMLParser
from typing import Any

import pytest
from django.test import Client
from wagtail.models import Page

from nieuws.models import NieuwsbriefIndexPage, NieuwsbriefInstellingen, NieuwsIndexPage
from nieuws.nieuwsbrief.rendering import render
from tests.factories import news
from tests.factories.nieuws import item, letter
from wijkteams.models import Wijk

pytestmark = pytest.mark.django_db

HOSTILE = [
    "<script>alert(1)</script>",
    '"><img src=x onerror=alert(1)>',
    "</title></style><svg onload=alert(1)>",
    "{{ settings.SECRET_KEY }}{% debug %}",
    "<!--[if mso]><script>alert(1)</script><![endif]-->",
    "]]><script>alert(1)</script>",
    "&lt;script&gt;alert(1)&lt;/script&gt;",
    "javascript:alert(1)",
    "‮omgekeerd\u2028regel\x0bveld",
]


class Elements(HTMLParser):
    """What a mail program would make of it."""

    def __init__(self, html: str) -> None:
        super().__init__()
        self.tags: list[str] = []
        self.attributes: list[tuple[str, str]] = []
        self.feed(html)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.tags.append(tag)
        self.attributes += [(name, value or "") for name, value in attrs]


def full_of(index: NieuwsbriefIndexPage, picked: Page, text: str) -> Any:
    short = text[:90]
    button = {"text": short[:60], "page": picked.pk, "url": "", "kind": "primary"}
    return letter(
        index,
        {"type": "heading", "value": {"text": short}},
        item(picked, text),
        {"type": "more", "value": {"text": short, "page": picked.pk}},
        {"type": "quote", "value": {"quote": text, "source": text}},
        {"type": "buttons", "value": {"items": [button]}},
        title=f"Brief {short}",
        slug="vijandig",
        summary=text,
        subject=text,
        preheader=text,
        rectificatie=text,
    )


@pytest.mark.parametrize("text", HOSTILE)
def test_nothing_of_it_runs(
    client: Client,
    haven: Wijk,
    haven_letters: NieuwsbriefIndexPage,
    haven_news: NieuwsIndexPage,
    text: str,
) -> None:
    NieuwsbriefInstellingen.objects.create(wijk=haven, colofon=text, sender_name=text[:90])
    picked = news(haven_news, f"Bericht {text}"[:200], summary=text)
    page = full_of(haven_letters, picked, text)

    rendered = render(page, reply_to="team@haven.example")
    site = client.get(page.get_url()).content.decode()

    for html in (rendered.html, site):
        found = Elements(html)
        assert "svg" not in found.tags or html is site
        assert not [name for name, _value in found.attributes if name.startswith("on")]
        assert not [
            value
            for name, value in found.attributes
            if name in ("href", "src") and value.lower().startswith(("javascript", "data", "x"))
        ]
        assert "alert(1)" not in "".join(_scripts(html))
    assert "script" not in Elements(rendered.html).tags
    assert "SECRET" in rendered.text or "{{" not in text
    assert rendered.html.isascii()


def _scripts(html: str) -> list[str]:
    return [
        part.partition("</script>")[0]
        for part in html.split("<script")[1:]
        if "application/ld+json" not in part[:60]
    ]


def test_a_subject_is_one_line_and_adds_no_header(haven_letters: NieuwsbriefIndexPage) -> None:
    page = letter(
        haven_letters,
        title="Brief",
        subject="Soep\r\nBcc: iedereen@elders.example\r\n\r\nTekst",
        preheader="Eerste\nregel",
    )

    rendered = render(page)
    message = EmailMessage()
    message["Subject"] = rendered.subject

    assert rendered.subject == "Soep Bcc: iedereen@elders.example Tekst"
    assert rendered.preheader == "Eerste regel"
    assert message["Bcc"] is None
