"""All mails share one frame: style with each element, lines that SMTP takes, a language."""

from __future__ import annotations

import pytest
from django.core import mail
from django.template.loader import render_to_string
from django.utils import translation

from core.mail.outbox import enqueue_mail
from core.mail.shape import LONGEST_LINE, inlined, ready_to_send, short_lines


def test_style_goes_with_each_element_and_only_rules_for_the_dark_stay() -> None:
    html = inlined(render_to_string("mail/base.html").strip())

    head = html.partition("</head>")[0]
    assert "@media (prefers-color-scheme: dark)" in head
    assert ".sheet { width: 100%" not in head
    sheet = html.partition('class="sheet"')[2].partition(">")[0]
    assert "max-width: 600px" in sheet


def test_a_mail_says_its_language_and_direction() -> None:
    with translation.override("ar"):
        html = render_to_string("mail/base.html")

    assert '<html lang="ar"' in html
    assert 'dir="rtl"' in html


def test_signs_become_references_and_lines_short() -> None:
    html = ready_to_send(f"<p>{'één 🍲 ' * 500}{'é' * 3000}</p>")

    assert html.isascii()
    assert "&#233;&#233;n &#127858;" in html
    assert max(map(len, html.splitlines())) <= LONGEST_LINE


@pytest.mark.parametrize("text", ["", "kort", "a" * 991, "één " * 600, "é" * 2000, "a\n" * 5])
def test_nothing_is_lost_by_short_lines(text: str) -> None:
    shortened = short_lines(text)

    assert shortened.replace("\n", "").replace(" ", "") == text.replace("\n", "").replace(" ", "")
    assert all(len(line.encode()) <= LONGEST_LINE for line in shortened.splitlines())


@pytest.mark.django_db
def test_an_ordinary_mail_has_the_frame() -> None:
    enqueue_mail("account_op_slot", to="anna@buren.example", context={"link": "https://x.example/"})

    html = str(mail.outbox[0].alternatives[0][0])
    assert html.startswith("<!DOCTYPE html>")
    assert 'role="presentation"' in html
    assert "background-color: #295ba3" in html
