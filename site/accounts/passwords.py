"""What a password must be, in words that Django's own Dutch catalogue has lost."""

from __future__ import annotations

import re
from typing import Any

from django.contrib.auth.password_validation import (
    CommonPasswordValidator,
    MinimumLengthValidator,
)
from django.core.exceptions import ValidationError
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

FEWEST_DIFFERENT = 5
ENDS = re.compile(r"^[\W\d_]+|[\W\d_]+$")
REPEATED = re.compile(r"(.+?)\1+")


class LongEnoughValidator(MinimumLengthValidator):
    """At least so many characters. Django 5.2 reworded its message, so that it came in English."""

    def get_error_message(self) -> str:
        return ngettext(
            "Dit wachtwoord is te kort. Gebruik minstens %d teken.",
            "Dit wachtwoord is te kort. Gebruik minstens %d tekens.",
            self.min_length,
        ) % (self.min_length)


class NotFromTheListValidator(CommonPasswordValidator):
    """Not one of the 20,000 most leaked passwords (Django's list, so nothing is asked of others).

    Most of those are shorter than we ask; people make them long with digits or by typing them
    twice. That is what guessers try next, so it is refused too.
    """

    def validate(self, password: str, user: Any = None) -> None:
        typed = password.lower().strip()
        bare = ENDS.sub("", typed)
        tried = {typed, bare}
        tried |= {found[1] for text in (typed, bare) if (found := REPEATED.fullmatch(text))}
        if not bare or tried & self.passwords or len(set(typed)) < FEWEST_DIFFERENT:
            raise ValidationError(
                _("Dit wachtwoord raadt een ander te makkelijk. Kies vier losse woorden."),
                code="password_too_common",
            )
