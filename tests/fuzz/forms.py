"""The forms that a volunteer can open in the CMS, filled in as they come."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from bs4 import BeautifulSoup, Tag
from django.test import Client

from tests.security.addresses import Ground


@dataclass
class Screen:
    """A form: where it goes, and what it sends when nobody changes anything."""

    path: str
    data: dict[str, Any]


# Forms that come in a window, or that scripts put together.
IN_WINDOWS = {
    "/beheer/choose-external-link/": {"external-link-chooser-url": "https://a.example"},
    "/beheer/choose-email-link/": {"email-link-chooser-email_address": "a@b.example"},
    "/beheer/choose-phone-link/": {"phone-link-chooser-phone_number": "0500"},
    "/beheer/choose-anchor-link/": {"anchor-link-chooser-url": "kop"},
    "/beheer/images/chooser/create/": {"image-chooser-upload-title": "a"},
    "/beheer/images/multiple/add/": {"title": "a"},
    "/beheer/documents/chooser/create/": {"document-chooser-upload-title": "a"},
    "/beheer/documents/multiple/add/": {"title": "a"},
    "/beheer/embeds/chooser/upload/": {"embed-chooser-url": "https://a.example"},
}


def screens(client: Client, ground: Ground) -> list[Screen]:
    """Every form that opens for this volunteer; the empty ones too, for what is left out."""
    found = [Screen(path, dict(data)) for path, data in IN_WINDOWS.items()]
    for path in ground.paths():
        if not path.startswith("/beheer/"):
            continue
        response = client.get(path)
        if response.status_code != 200 or "html" not in response.headers.get("Content-Type", ""):
            continue
        for form in BeautifulSoup(response.content, "html.parser").find_all("form"):
            if str(form.get("method", "")).lower() == "post" and "logout" not in str(form):
                found.append(Screen(_target(form, path), _values(form)))
    return found


def _target(form: Tag, path: str) -> str:
    return str(form.get("action") or path).partition("#")[0] or path


def _values(form: Tag) -> dict[str, Any]:
    data: dict[str, Any] = {}
    for part in form.find_all(["input", "textarea", "select"]):
        name = part.get("name")
        if not name or part.get("type") == "file":
            continue
        if part.name == "select":
            chosen = part.find("option", selected=True)
            data[str(name)] = str(chosen.get("value", "")) if chosen else ""
        else:
            data[str(name)] = str(part.get("value") or part.string or "")
    data.update({"body-count": "0"} if "title" in data else {})
    return data
