"""What can be reported. Each app tells how its own things are found, hidden and bettered.

register_subject(Signaal, SignaalSubject())
"""

from __future__ import annotations

from abc import ABC, abstractmethod
from collections.abc import Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any, ClassVar

if TYPE_CHECKING:
    from django.db.models import Model
    from django.utils.functional import Promise

    from wijkteams.models import Wijk


@dataclass(frozen=True)
class Author:
    """How to reach who placed something."""

    email: str
    language: str
    is_confirmed: bool = True
    "Anybody can fill in anybody's address: who never said yes to it gets no mail (R-34)."


@dataclass(frozen=True)
class Part:
    """A piece of a thing, as the moderator reads it."""

    label: str
    text: str
    picture: str = ""
    "The address of a picture, for the CMS."


@dataclass(frozen=True)
class Within:
    """Something that hangs on a thing and can be reported by itself: a photo."""

    kind: str
    key: str
    label: str


class Subject(ABC):
    """A kind of thing that readers can report."""

    kind: ClassVar[str]
    "In the address of the form; never changed."
    label: ClassVar[str | Promise]
    redacts_words: ClassVar[bool] = True

    @abstractmethod
    def find(self, key: str) -> Any | None:
        """The thing with this key in its public address, if all may see it; else None."""

    @abstractmethod
    def get(self, pk: int) -> Any | None:
        """The thing, on the site or not; None when it is gone."""

    @abstractmethod
    def key_of(self, thing: Any) -> str:
        """What stands in its address."""

    @abstractmethod
    def title_of(self, thing: Any) -> str:
        """As all may read it."""

    @abstractmethod
    def url_of(self, thing: Any) -> str:
        """Where it stands on the site; '' when it does not."""

    @abstractmethod
    def wijk_of(self, thing: Any) -> Wijk | None:
        """In which ward; None: the city's."""

    @abstractmethod
    def author_of(self, thing: Any) -> Author | None:
        """Who gets the statement of reasons, if we know an address."""

    @abstractmethod
    def parts(self, thing: Any) -> Sequence[Part]:
        """What a moderator must read to decide."""

    @abstractmethod
    def readable_by(self, thing: Any, user: Any) -> bool:
        """Whether this volunteer may read it (it may have become confidential since)."""

    def is_secret(self, thing: Any) -> bool:
        """Whether no mail may say what it is about (it may have become confidential since)."""
        return False

    def note_look(self, thing: Any, user: Any) -> None:  # noqa: B027 - most are not secret
        """Write down that a moderator read it, where that is asked of it."""

    @abstractmethod
    def hide(self, thing: Any, *, door: Any) -> None:
        """Take it off the site."""

    @abstractmethod
    def show(self, thing: Any, *, door: Any) -> None:
        """Put it back. Raises ValidationError when that may not be any more."""

    def redact(self, thing: Any, words: Sequence[str], *, door: Any) -> None:
        """Put '[weggehaald: persoonsgegevens]' for these words. ValidationError: not found."""
        raise NotImplementedError

    def is_redacted(self, thing: Any) -> bool:
        """Of what has no words: whether a part was covered already, elsewhere in the CMS."""
        return False

    def redact_url(self, thing: Any) -> str:
        """The screen on which that is done."""
        return ""

    def within(self, thing: Any) -> Sequence[Within]:
        """What all may see that hangs on it."""
        return ()


_subjects: dict[str, Subject] = {}
_kinds: dict[type[Model], str] = {}


def register_subject(model: type[Model], subject: Subject) -> None:
    """Let readers report things of this model."""
    _subjects[subject.kind] = subject
    _kinds[model] = subject.kind


def subject_of(kind: str) -> Subject | None:
    """How things of this kind are dealt with."""
    return _subjects.get(kind)


def subject_for(thing: Model) -> Subject | None:
    """How this thing is dealt with; None when it cannot be reported."""
    kind = _kinds.get(type(thing))
    return _subjects[kind] if kind else None


def kinds() -> list[tuple[str, Any]]:
    """For a list to choose from."""
    return [(kind, one.label) for kind, one in sorted(_subjects.items())]


def reported(kind: str, key: str) -> tuple[Subject, Any] | None:
    """What somebody wants to report, if all may see it."""
    subject = subject_of(kind)
    thing = subject.find(key) if subject else None
    return (subject, thing) if subject and thing is not None else None
