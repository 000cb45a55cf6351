"""Reading a form as a browser does, quickly: who fills in shares the processor with the site."""

from __future__ import annotations

import re
from html import unescape

FORM = re.compile(r"<form\b([^>]*)>(.*?)</form>", re.DOTALL)
PART = re.compile(r"<(input|select|textarea|option|button)\b([^>]*)>", re.DOTALL)
ATTRIBUTE = re.compile(r'([\w:-]+)(?:="([^"]*)")?')
NOT_SENT = frozenset({"submit", "image", "file", "button"})


def form_of(body: bytes) -> tuple[str, list[tuple[str, str]]] | None:
    """Where the first form goes to and what the main button sends; None when there is no form.

    What is hidden goes back, of choices the first is chosen, what is typed stays as it stands.
    """
    main = body.decode().partition("<main")[2]
    for attributes, inside in FORM.findall(main):
        own = _attributes(attributes)
        if own.get("method", "").lower() == "post":
            return own.get("action", ""), list(_sent(inside).items())
    return None


def _sent(inside: str) -> dict[str, str]:
    sent: dict[str, str] = {}
    buttons: list[tuple[str, str]] = []
    chosen = ""
    for tag, attributes in PART.findall(inside):
        own = _attributes(attributes)
        name, kind, value = own.get("name", ""), own.get("type", ""), own.get("value", "")
        if kind == "submit" and tag in ("button", "input"):
            buttons.append((name, value))
        elif tag == "option":
            if chosen:
                sent[chosen], chosen = value, ""
        elif name and tag == "select":
            sent[name], chosen = "", name
        elif name and kind in ("radio", "checkbox"):
            sent.setdefault(name, value or "on")
        elif name and tag != "button" and kind not in NOT_SENT:
            sent[name] = "" if tag == "textarea" else value
    if buttons and all(name for name, _value in buttons):
        sent.update(buttons[:1])
    return sent


def _attributes(text: str) -> dict[str, str]:
    return {name: unescape(value) for name, value in ATTRIBUTE.findall(text)}
