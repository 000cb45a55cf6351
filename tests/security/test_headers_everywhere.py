"""Every address, for a reader and for a volunteer, and every error, has the headers (R-28)."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from typing import Any

import pytest
from django.conf import settings as django_settings
from django.core.exceptions import PermissionDenied
from django.db import OperationalError
from django.http import HttpRequest
from django.test import Client

from core.search import views as search_views
from core.security import csp, headers
from tests.security.addresses import Ground
from tests.security.rules import complaints, directives


def answers(client: Client, paths: list[str]) -> Iterator[tuple[str, Any]]:
    client.raise_request_exception = False
    for path in paths:
        yield path, client.get(path)


def all_complaints(client: Client, ground: Ground) -> tuple[list[str], Counter[int]]:
    found: list[str] = []
    seen: Counter[int] = Counter()
    for path, response in answers(client, ground.paths()):
        seen[response.status_code] += 1
        found += complaints(path, response)
        if response.streaming:
            list(response.streaming_content)  # or its file stays open
    return found, seen


def test_every_route_answers_an_anonymous_reader_with_all_headers(
    client: Client, ground: Ground
) -> None:
    found, seen = all_complaints(client, ground)

    assert not found, "\n".join(found)
    assert sum(seen.values()) > 280
    assert not [status for status in seen if status >= 500], seen


def test_every_route_answers_a_volunteer_with_all_headers(as_joris: Client, ground: Ground) -> None:
    found, seen = all_complaints(as_joris, ground)

    assert not found, "\n".join(found)
    assert seen[200] > 60, seen
    assert not [status for status in seen if status >= 500], seen


def breaking(error: Exception) -> Any:
    def broken(*args: Any, **kwargs: Any) -> Any:
        raise error

    return broken


def error_answers(
    client: Client, monkeypatch: pytest.MonkeyPatch, settings: Any
) -> Iterator[tuple[int, str, Any]]:
    """One of each status that the site can end with."""
    client.raise_request_exception = False
    yield 400, "/", client.get("/", headers={"host": "kwaad.example"})
    yield 404, "/bestaat-niet/", client.get("/bestaat-niet/")
    yield 404, "/documenten/9/x.pdf", client.get("/documenten/9/x.pdf")
    yield 405, "/wijken/", client.post("/wijken/")
    yield 405, "/livez", client.post("/livez")
    strict = Client(enforce_csrf_checks=True)
    yield 403, "/inloggen/", strict.post("/inloggen/", {"login": "a"})
    for path in (f"/uitnodiging/fout-{number}/" for number in range(60)):
        answer = client.get(path)
        if answer.status_code == 429:
            yield 429, path, answer
            break
    settings.DATA_UPLOAD_MAX_MEMORY_SIZE = 100
    yield 413, "/inloggen/", client.post("/inloggen/", {"login": "x" * 300})
    for status, error in (
        (403, PermissionDenied()),
        (500, ValueError("geheim")),
        (503, OperationalError("weg")),
    ):
        monkeypatch.setattr(search_views, "render", breaking(error))
        yield status, "/zoeken/", client.get("/zoeken/")


@pytest.mark.parametrize("who", ["reader", "volunteer"])
def test_every_error_has_all_headers_and_nothing_keeps_it(
    ground: Ground,
    as_joris: Client,
    monkeypatch: pytest.MonkeyPatch,
    settings: Any,
    who: str,
) -> None:
    client = as_joris if who == "volunteer" else Client()
    seen = set()

    for status, path, response in error_answers(client, monkeypatch, settings):
        assert response.status_code == status, path
        assert not complaints(path, response)
        assert b"Traceback" not in response.content
        assert b"geheim" not in response.content
        assert b'href="tel:112"' in response.content or status in {403, 404, 405}
        seen.add(status)

    assert seen == {400, 403, 404, 405, 413, 429, 500, 503}


def test_files_of_the_house_have_all_headers(client: Client, settings: Any) -> None:
    """Style sheets and scripts come from WhiteNoise, before most of the middleware."""
    settings.WHITENOISE_AUTOREFRESH = settings.WHITENOISE_USE_FINDERS = True
    for name in ("css/site.css", "img/favicon.svg", "fonts/OFL-noto-sans.txt"):
        response = client.get(f"/static/{name}")

        assert response.status_code == 200, name
        assert not complaints(f"/static/{name}", response)
        assert not response.cookies


def test_pictures_may_be_shown_in_webmail_and_documents_nowhere_else(
    client: Client, ground: Ground
) -> None:
    picture = client.get(f"/media/{ground.words['rendition']}")
    document = client.get(f"/documenten/{ground.document.pk}/krant.txt")

    assert picture["Cross-Origin-Resource-Policy"] == "cross-origin"
    assert document["Cross-Origin-Resource-Policy"] == "same-origin"


def test_a_script_in_the_cms_needs_the_mark_of_this_visit(
    as_joris: Client, as_fatma: Client, ground: Ground
) -> None:
    path = f"/beheer/pages/{ground.item.pk}/edit/"

    first, again = as_joris.get(path), as_joris.get(path)
    mark = mark_of(first)

    assert mark == mark_of(again) != mark_of(as_fatma.get("/beheer/"))
    assert f'<script nonce="{mark}">' in first.content.decode()
    assert "<script>" not in first.content.decode()
    assert as_joris.session.session_key not in mark


def mark_of(response: Any) -> str:
    (scripts,) = [part for part in directives(response) if part.startswith("script-src")]
    return scripts.partition("'nonce-")[2].rstrip("'")


def test_without_these_rooms_the_walk_complains(
    client: Client, as_joris: Client, ground: Ground, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The other way round: each protection that is taken away is missed."""
    loose = {**django_settings.CONTENT_SECURITY_POLICY}
    loose["DIRECTIVES"] = {**loose["DIRECTIVES"], "script-src": ["'self'", "'unsafe-inline'"]}
    monkeypatch.setattr(django_settings, "CONTENT_SECURITY_POLICY", loose)
    assert complaints("/", client.get("/"))
    monkeypatch.undo()

    def nothing(self: Any, request: HttpRequest) -> Any:
        return self.get_response(request)

    for room in (headers.ResourcePolicyMiddleware, csp.PathCSPMiddleware):
        with monkeypatch.context() as patch:
            patch.setattr(room, "__call__", nothing)
            assert complaints("/", Client().get("/")), room
    with monkeypatch.context() as patch:
        patch.setattr(headers.PrivateResponseMiddleware, "__call__", nothing)
        assert complaints("/", as_joris.get("/"))
