"""Slowing down who guesses. Counted in the shared cache, so that all processes see the same."""

from __future__ import annotations

from allauth.account.adapter import get_adapter
from django.core.cache import cache
from django.http import HttpRequest
from django.utils.crypto import salted_hmac


class Throttle:
    """At most so many wrong tries of one kind per term, from one address on the network."""

    def __init__(self, purpose: str, *, limit: int, seconds: int) -> None:
        self.purpose, self.limit, self.seconds = purpose, limit, seconds

    def is_closed(self, request: HttpRequest) -> bool:
        """Whether there were too many wrong tries from here."""
        return int(cache.get(self._key(request), 0)) >= self.limit

    def count_wrong_try(self, request: HttpRequest) -> None:
        """Remember one more wrong try; the term starts with the first."""
        key = self._key(request)
        if not cache.add(key, 1, self.seconds):
            try:
                cache.incr(key)
            except ValueError:  # the term ended in between
                cache.add(key, 1, self.seconds)

    def _key(self, request: HttpRequest) -> str:
        """No address is kept as it is: the key is a keyed hash."""
        address = get_adapter(request).get_client_ip(request)
        return salted_hmac(f"throttle:{self.purpose}", address, algorithm="sha256").hexdigest()
