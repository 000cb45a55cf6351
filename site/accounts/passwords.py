"""What a password must be, in words that Django's own Dutch catalogue has lost."""

from __future__ import annotations

from django.contrib.auth.password_validation import MinimumLengthValidator
from django.utils.translation import ngettext


class LongEnoughValidator(MinimumLengthValidator):
    """At least so many characters. Django 5.2 reworded its message, so that it came in English."""

    def get_error_message(self) -> str:
        return ngettext(
            "Dit wachtwoord is te kort. Gebruik minstens %d teken.",
            "Dit wachtwoord is te kort. Gebruik minstens %d tekens.",
            self.min_length,
        ) % (self.min_length)
