"""Two hundred people who support one initiative at the same moment, some of them more than once."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from concurrent.futures import ThreadPoolExecutor
from typing import Any
from urllib.parse import urlsplit

from tests.bench.forms import form_of
from tests.bench.residents import CLIENTS, Resident, all_at_once

SUPPORT = "/initiatief/{}/steunen/"
AGAIN = 0.25
"So large a part asks once more, and presses the button twice."
VARIANTS = ("{0}+fiets@{1}", "{2}@{1}", "{3}@{1}")
"With a tag, in capitals, with a dot: mail to each of them comes to the same person."


class Supporter(Resident):
    """Fills in the form, or presses the button of the mail."""

    def ask(self, key: str, email: str, postcode: str) -> bool:
        """From the form to 'look in your mail'."""
        path = SUPPORT.format(key)
        return self._send(path, {"email": email, "postcode": postcode}, f"{path}?klaar")

    def agree(self, link: str) -> bool:
        """A mail program looks first, as a scanner does; then they press."""
        path = urlsplit(link).path
        self._ask("GET", path)
        return self._send(path, {"actie": "ja"}, path)

    def _send(self, path: str, fields: dict[str, str], to: str) -> bool:
        _path, body = self._ask("GET", path)
        form = form_of(body)
        if form is None:
            self.wrong += 1
            return False
        came_to, _body = self._ask("POST", path, {**dict(form[1]), **fields})
        self.wrong += came_to != to
        return came_to == to


def address_of(number: int, people: int, who: str) -> str:
    """Of each person one address, and variants of it for who is there once more."""
    name, again = f"{who}.bewoner{number % people}", number // people
    if not again:
        return f"{name}@buren.example"
    dotted = f"{name[:1]}.{name[1:]}"
    return VARIANTS[number % len(VARIANTS)].format(name, "Buren.example", name.upper(), dotted)


def asks(people: int) -> int:
    """How often they ask together: as many for each process."""
    return -(-round(people * (1 + AGAIN)) // CLIENTS) * CLIENTS


def ask_all(
    port: int, headers: dict[str, str], people: int, who: str, place: dict[str, Any]
) -> dict[str, Any]:
    """All fill in the form at once; the even ones live in the ward."""

    def ask(one: Supporter, number: int) -> bool:
        postcode = place["postcode"] if number % people % 2 == 0 else ""
        return one.ask(place["key"], address_of(number, people, who), postcode)

    return _all_at_once(port, headers, asks(people), ask)


def agree_all(port: int, headers: dict[str, str], links: Sequence[str]) -> dict[str, Any]:
    """All press the button in their mail at once, some of them in two windows."""

    def agree(one: Supporter, number: int) -> bool:
        return one.agree(links[number % len(links)])

    return _all_at_once(port, headers, asks(len(links)), agree)


def _all_at_once(
    port: int, headers: dict[str, str], times: int, do: Callable[[Supporter, int], bool]
) -> dict[str, Any]:
    """Each process is a staircase of neighbours: nobody waits until another is ready."""
    each = times // CLIENTS

    def several(own: dict[str, str], number: int) -> Resident:
        everyone = [Supporter(port, own) for _person in range(each)]
        numbers = range(number, times, CLIENTS)
        with ThreadPoolExecutor(each) as threads:
            done = list(threads.map(do, everyone, numbers))
        together = Resident(port, own, done=all(done))
        together.wrong = sum(one.wrong for one in everyone)
        together.spent = [one for person in everyone for one in person.spent]
        return together

    return all_at_once(several, headers, 1)
