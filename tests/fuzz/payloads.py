"""What is sent where a word, a number, a file or a header belongs. All drawn from one seed."""

from __future__ import annotations

import json
from random import Random
from typing import Any

BIG = "9" * 22
VALUES: tuple[str, ...] = (
    '"',
    "'",
    'a"b',
    "\x00",
    "a\x00b",
    "\ud800",
    "a\udfffb",
    BIG,
    "-1",
    "0",
    "1e400",
    "NaN",
    "inf",
    "0x10",
    "٣",
    "x" * 80_000,
    " OR " * 3_000,
    "(" * 5_000,
    "%" * 500,
    "2026-02-31",
    "0000-00-00",
    "99999-01-01",
    "2026-01-01T25:61",
    "../../etc/passwd",
    "<script>alert(1)</script>",
    "{{ 7*7 }}{% load x %}",
    "' OR 1=1 --",
    "\r\nSet-Cookie: a=b",
    "=HYPERLINK(1)",
    "null",
    "[]",
    '{"a":',
    "true",
    "",
    " ",
    "\u202e\u0000\ufeff",
    "🏘" * 300,
    "%00",
    "%ED%A0%80",
    "//kwaad.example",
    "javascript:alert(1)",
    "ß" * 255,
)
NAMES = (
    "q", "p", "pagina", "na", "voor", "id", "pk", "next", "ordering", "order", "locale", "tag",
    "collection_id", "page_type", "user_can", "can_choose_root", "match_subclass", "link_text",
    "link_url", "allow_external_link", "prefill", "chosen", "multiple", "deel", "palet", "taal",
    "actie", "wijk", "sleutel", "status", "export", "term", "usage_type", "mode",
    "in_preview_panel",
    "limit", "offset", "fields", "type", "search", "child_of", "descendant_of", "for_explorer",
    "translation_of", "uuid", "min", "max", "date_from", "date_to", "timestamp_after",
    "timestamp_before", "user", "content_type", "latest_revision_created_at_from", "owner", "live",
    "action", "object_type", "label", "select_format", "format", "image_id", "return_to", "dialog",
    "site", "is_expanded", "full", "last_published_at_from", "first_published_at", "_export",
)  # fmt: skip
METHODS = ("GET", "GET", "GET", "HEAD", "OPTIONS", "PUT", "PATCH", "DELETE", "TRACE", "POST")
HEADERS: dict[str, tuple[str, ...]] = {
    "X-Forwarded-Host": ("kwaad.example", "", "a b", "\x01"),
    "X-Forwarded-Proto": ("gopher", "https"),
    "X-Forwarded-For": ("::1", "x" * 5_000, "1.2.3.4, kwaad"),
    "X-Forwarded-Port": ("-1", "99999999"),
    "X-Original-URL": ("/beheer/",),
    "X-Rewrite-URL": ("/beheer/",),
    "X-HTTP-Method-Override": ("DELETE",),
    "Range": ("bytes=9-1", "bytes=-" + BIG, "pages=1", "bytes=0-0,1-1"),
    "If-Modified-Since": (
        "gisteren", "Thu, 01 Jan 99999 00:00:00 GMT", "Mon, 99 Foo 2026 1:1:1 GMT",
    ),
    "If-None-Match": ('"', "*", "W/" + "x" * 3_000),
    "Accept-Language": ("x" * 9_000, "nl;q=9e9", "-,;*", "zh-hans-x-y-z", "\xff"),
    "Accept-Encoding": ("br;q=x", "identity;q=0", "*;q=0"),
    "Accept": ("text/html;q=", "x" * 5_000, "*/*;q=NaN"),
    "Cookie": (
        "sessionid=" + "z" * 4_000,
        "=;;;=,,", "csrftoken=\x00; django_language=../../x", "messages=[[1", "sessionid=a.b:c",
    ),
    "Origin": ("null", "https://kwaad.example"),
    "Referer": ("http://[::1", "\x7f"),
    "Content-Length": ("0",),
    "Host": (
        "kwaad.example", "testserver:99999999", "test_server", "a" * 300, "[::1", "@testserver",
    ),
    "X-Requested-With": ("XMLHttpRequest",),
}  # fmt: skip
FORM = "multipart/form-data; boundary=x"
BODIES: tuple[tuple[bytes, str], ...] = (
    (b'{"a": ', "application/json"),
    (b'"\\ud800"', "application/json"),
    (b"[" * 5_000, "application/json"),
    (b"[1, 2]", "application/json"),
    (b'{"updates": {"x": "\\ud800\\u0000"}}', "application/json"),
    (b"null", "application/json"),
    (b"\xff\xfe\x00", "application/json; charset=utf-8"),
    (b"a=b", "application/x-www-form-urlencoded; charset=klingon"),
    (b"%ff%fe=%00&a[]=1&a[]=2&a[b][c]=3", "application/x-www-form-urlencoded"),
    (b"--x\r\nContent-Disposition: form-data; name=\"a\"\r\n\r\n", FORM),
    (b"geen grens", "multipart/form-data"),
    (b"x", "multipart/form-data; boundary=" + "b" * 300),
    (b"--x\r\nContent-Disposition: form-data; name=\"file\"; filename=\"\x00../a.jpg\"\r\n"
     b"Content-Transfer-Encoding: base64\r\n\r\n!!!\r\n--x--\r\n", FORM),
    (b"<a>", "text/xml"),
    (b"a=b", ""),
    (b"a=b", "onzin"),
    (b"a=1&" * 20_000, "application/x-www-form-urlencoded"),
)  # fmt: skip


def value(draw: Random) -> str:
    """Something that does not belong there."""
    return draw.choice(VALUES)


def query(draw: Random) -> list[tuple[str, str]]:
    """One to three parameters, now and then the same one twice or as a list."""
    names = [draw.choice(NAMES) for _n in range(draw.randint(1, 3))]
    pairs = [(name, value(draw)) for name in names]
    if draw.random() < 0.2:
        pairs += [(names[0], value(draw)), (f"{names[0]}[]", value(draw))]
    return pairs


def headers(draw: Random) -> dict[str, str]:
    """None to two strange headers."""
    chosen = draw.sample(sorted(HEADERS), draw.choice((0, 0, 1, 2)))
    return {name: draw.choice(HEADERS[name]) for name in chosen}


def spoil(draw: Random, data: dict[str, Any]) -> dict[str, Any]:
    """A filled-in form of which something is wrong, missing, doubled or too much."""
    spoiled = dict(data)
    for name in draw.sample(sorted(spoiled), min(len(spoiled), draw.randint(1, 3))):
        what = draw.random()
        if what < 0.6:
            spoiled[name] = value(draw)
        elif what < 0.8:
            del spoiled[name]
        else:
            spoiled[name] = [value(draw), json.dumps(value(draw))]
    if draw.random() < 0.2:
        spoiled[f"{draw.choice(NAMES)}-0-{draw.choice(NAMES)}"] = value(draw)
    return spoiled
