"""Who wants to come, and why somebody could not be put on the list."""

from __future__ import annotations

from dataclasses import dataclass, field

from wijkteams.activiteiten.models import Aanmelding


@dataclass(frozen=True)
class Applicant:
    """What somebody filled in, checked by a form. Of children no names are asked (R-14)."""

    name: str
    email: str = ""
    phone: str = ""
    adults: int = 1
    children: int = 0
    age_group: str = ""
    answers: dict[str, str] = field(default_factory=dict)

    @property
    def places(self) -> int:
        """How many places they ask for."""
        return self.adults + self.children


@dataclass(frozen=True)
class SignedUp:
    """What became of a sign-up. A page may show `has_place` to whoever asks: it is what anybody
    would have got, also when this address stood on the list already."""

    aanmelding: Aanmelding
    has_place: bool
    is_new: bool


class Refused(Exception):  # noqa: N818 - named for its reason, as all refusals here
    """It cannot be; `reason` is a state of `room.Room`, or 'te_groot' or 'weg'."""

    def __init__(self, reason: str) -> None:
        super().__init__(reason)
        self.reason = reason
