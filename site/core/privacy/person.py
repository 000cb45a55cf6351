"""The person whose data are asked for."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cached_property

from django.contrib.auth import get_user_model

REMOVED = "[weggehaald]"


@dataclass(frozen=True)
class Person:
    """Somebody, by e-mail address; with an account perhaps, and then with a name."""

    email: str
    user_id: int | None = None
    first_name: str = ""
    full_name: str = ""

    @property
    def names(self) -> set[str]:
        """How the person may be named in a short field, such as a photo credit."""
        return {name for name in (self.first_name, self.full_name) if name}

    @property
    def needles(self) -> list[str]:
        """What no text may hold any more. A first name alone says too little to search for."""
        return [self.email, *([self.full_name] if " " in self.full_name else [])]

    @cached_property
    def pattern(self) -> re.Pattern[str]:
        """Finds the needles as whole words: 'jan@x.nl' is not in 'marjan@x.nl'."""
        words = "|".join(re.escape(needle) for needle in self.needles)
        return re.compile(rf"(?<![\w.+-])(?:{words})(?![\w-])", re.IGNORECASE)


def find_person(email: str) -> Person:
    """The person of an address, with the account if there is one."""
    email = email.strip().lower()
    user = get_user_model().objects.filter(email=email).first()
    if user is None:
        return Person(email)
    return Person(email, user.pk, user.first_name.strip(), user.get_full_name().strip())
