"""The person whose data are asked for."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass
from functools import cached_property

from django.contrib.auth import get_user_model

REMOVED = "[weggehaald]"
# A shorter word would be taken out of half of all texts.
SHORTEST = 5


@dataclass(frozen=True)
class Person:
    """Somebody, by e-mail address; with an account perhaps, and then with a name."""

    email: str
    user_id: int | None = None
    first_name: str = ""
    full_name: str = ""
    also: tuple[str, ...] = ()
    "How else the person stands in texts: another name, a telephone number."

    @property
    def names(self) -> set[str]:
        """How the person may be named in a short field, such as a photo credit."""
        return {name for name in (self.first_name, self.full_name, *self.also) if name}

    @property
    def needles(self) -> list[str]:
        """What no text may hold any more. A first name alone says too little to search for."""
        named = [self.full_name] if " " in self.full_name else []
        return [self.email, *named, *(form for text in self.also for form in forms_of(text))]

    @cached_property
    def pattern(self) -> re.Pattern[str]:
        """Finds the needles as whole words: 'jan@x.nl' is not in 'marjan@x.nl'."""
        words = "|".join(re.escape(needle) for needle in self.needles)
        return re.compile(rf"(?<![\w.+-])(?:{words})(?![\w-])", re.IGNORECASE)


def forms_of(text: str) -> list[str]:
    """A telephone number as people write it; anything else as it is."""
    digits = re.sub(r"[^\d+]", "", text)
    if not re.fullmatch(r"(?:\+31|0)\d{9}", digits) or re.search(r"[^\d\s+().-]", text):
        return [text]
    rest = digits.removeprefix("+31").removeprefix("0")
    pairs = " ".join([f"0{rest[0]}", *(rest[n : n + 2] for n in range(1, 9, 2))])
    local = [f"0{rest[:cut]}{gap}{rest[cut:]}" for cut in (1, 2, 3) for gap in ("-", " ")]
    abroad = [f"+31{rest}", f"+31 {rest}", f"+31 {rest[0]} {rest[1:]}", f"+31 {pairs[1:]}"]
    return list(dict.fromkeys([text, f"0{rest}", *local, pairs, *abroad]))


def find_person(email: str, also: Iterable[str] = ()) -> Person:
    """The person of an address, with the account if there is one."""
    email = email.strip().lower()
    more = tuple(text for raw in also if len(text := raw.strip()) >= SHORTEST)
    user = get_user_model().objects.filter(email=email).first()
    if user is None:
        return Person(email, also=more)
    return Person(email, user.pk, user.first_name.strip(), user.get_full_name().strip(), more)
