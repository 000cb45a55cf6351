"""Sixteen people who tell a signal with a photo at the same moment, screen by screen."""

from __future__ import annotations

import io
import re
import time
from collections.abc import Sequence
from typing import Any
from uuid import uuid4

from PIL import Image

from tests.bench.forms import form_of
from tests.bench.residents import Resident, all_at_once

BEGIN, STEP, REVIEW = "/signaal/nieuw/", "/signaal/nieuw/{}/", "/signaal/nieuw/nakijken/"
SLOWEST_ROBOT = 3.1
"Seconds that a human being takes at least; the site does not believe who is faster."
BOUNDARY = "wijkplein-meting"
CATEGORY = re.compile(rb'name="categorie"[^>]*?value="(\d+)"|value="(\d+)"[^>]*?name="categorie"')


def photo(seed: int) -> bytes:
    """A picture of a telephone, each a little different."""
    image = Image.effect_noise((1600, 1200), 20 + seed % 30).convert("RGB")
    kept = io.BytesIO()
    image.save(kept, "JPEG", quality=80)
    return kept.getvalue()


def _proof(form: tuple[str, list[tuple[str, str]]] | None) -> dict[str, str]:
    """What a form sends along by itself; not what is ticked at first: this one chooses a place."""
    return {"csrfmiddlewaretoken": dict(form[1])["csrfmiddlewaretoken"]} if form else {}


class Reporter(Resident):
    """Tells one signal in a ward; `self.wrong` counts what was not answered as it should."""

    def tell(self, wijk: str, place: str, seed: int) -> bool:
        """From 'Is er haast bij?' to the page that thanks."""
        self.cookies = {}
        path, body = self._ask("GET", f"{BEGIN}?wijk={wijk}")
        form = form_of(body)
        if form is None:
            return self._failed()
        _path, body = self._ask("POST", path.partition("?")[0], form[1])
        began = time.monotonic()
        found = CATEGORY.search(body)
        if found is None:
            return self._failed()
        words = f"Lamp {uuid4().hex[:12]} is stuk"
        said: tuple[tuple[str, dict[str, str]], ...] = (
            ("onderwerp", {"categorie": (found[1] or found[2]).decode()}),
            ("verhaal", {"titel": words, "tekst": "Al een week. Het is er donker."}),
        )
        for step, fields in said:
            self._answer(step, fields)
        self._with_photo(seed)
        self._answer("plek", {"plek": place, "waar": ""})
        self._answer("contact", {"email": "", "phone": "", "name": ""})
        time.sleep(max(0.0, SLOWEST_ROBOT - (time.monotonic() - began)))
        path, body = self._ask("GET", REVIEW)
        form = form_of(body)
        if form is None:
            return self._failed()
        path, body = self._ask("POST", REVIEW, form[1])
        return "/signaal/mijn/" in path or self._failed()

    def _failed(self) -> bool:
        self.wrong += 1
        return False

    def _answer(self, step: str, fields: dict[str, str]) -> None:
        address = STEP.format(step)
        _path, body = self._ask("GET", address)
        form = form_of(body)
        path, _body = self._ask("POST", address, list((_proof(form) | fields).items()))
        if path == address:
            self._failed()  # it says that something is not right

    def _with_photo(self, seed: int) -> None:
        address = STEP.format("foto")
        _path, body = self._ask("GET", address)
        form = form_of(body)
        begin = time.perf_counter()
        status, location, _answer = self._post_parts(address, _proof(form), photo(seed))
        self.spent.append(("photo", (time.perf_counter() - begin) * 1000))
        if status != 302 or address in location:
            self._failed()

    def _post_parts(self, path: str, fields: dict[str, str], file: bytes) -> tuple[int, str, bytes]:
        lines = [
            f'--{BOUNDARY}\r\nContent-Disposition: form-data; name="{name}"\r\n\r\n{value}\r\n'
            for name, value in fields.items()
        ]
        head = (
            f'--{BOUNDARY}\r\nContent-Disposition: form-data; name="fotos"; filename="a.jpg"\r\n'
            "Content-Type: image/jpeg\r\n\r\n"
        )
        body = "".join([*lines, head]).encode() + file + f"\r\n--{BOUNDARY}--\r\n".encode()
        return self._once("POST", path, body, f"multipart/form-data; boundary={BOUNDARY}")


def crowd(
    port: int, headers: dict[str, str], each: int, places: Sequence[tuple[str, str]]
) -> dict[str, Any]:
    """All of them at once, each so many times; `places`: a ward's slug, and a place in it."""

    def tell(own: dict[str, str], number: int) -> Reporter:
        reporter = Reporter(port, own)
        wijk, place = places[number % len(places)]
        reporter.done = reporter.tell(wijk, place, number)
        return reporter

    return all_at_once(tell, headers, each)
