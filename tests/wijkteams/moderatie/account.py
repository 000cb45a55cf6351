"""What may be seen of a signal. It asks nothing of the code under test."""

from __future__ import annotations

import random
from dataclasses import dataclass, field
from typing import Any

from wijkteams.models import Wijk
from wijkteams.signalen.models import Signaal


@dataclass
class Account:
    """One signal, with the words that stand in it; each word stands nowhere else."""

    name: str
    wijk: Wijk
    people: tuple[Any, Any, Any]
    "Three of the team."
    random: random.Random
    klasse: str = "openbaar"
    doubtful: bool = False
    shown: str = "wacht"
    "As on the site: by who told it, or by the team."
    lead: Account | None = None
    "Into which it was merged."
    others: list[Account] = field(default_factory=list)
    "All of its ward, itself too."
    is_taken_back: bool = False
    photo: bool = False
    taken: set[str] = field(default_factory=set)
    "Words that were taken away."
    said: set[str] = field(default_factory=set)
    "Sentences for all."
    private: set[str] = field(default_factory=set)
    "Notes, what partners answered, what waits for a second look, what was said of a secret."
    done: list[str] = field(default_factory=list)
    count: int = 0
    pk: int = 0
    photo_pk: int = 0

    def word(self, what: str) -> str:
        """A word that stands nowhere else."""
        return f"{what}{self.name}"

    def new_word(self) -> str:
        """One more of these."""
        self.count += 1
        return f"zin{self.count}{self.name}"

    @property
    def row(self) -> Signaal:
        """As it is now."""
        return Signaal.objects.select_related("wijk", "categorie", "buurt").get(pk=self.pk)

    @property
    def is_seen(self) -> bool:
        """Whether all may see that it is there."""
        return self.shown == "openbaar" and self.klasse != "vertrouwelijk" and self.lead is None

    @property
    def words_seen(self) -> set[str]:
        """Of its own words, those that all may read."""
        own = {self.word("titel"), self.word("tekst")} - self.taken
        seen = own if self.is_seen and self.klasse == "openbaar" else set()
        return seen | (self.said - self.taken if self.is_seen else set())

    @property
    def words_hidden(self) -> set[str]:
        """Those that nobody outside the team may read."""
        own = {self.word(what) for what in ("titel", "tekst", "naam", "mail")}
        return (own | self.said | self.private) - self.words_seen
