"""The parts of a newsletter as they are shown, whether on a page, in a mail or as plain text."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING, ClassVar

if TYPE_CHECKING:
    from django.utils.safestring import SafeString

    from core.pictures import Picture
    from wijkteams.activiteiten.agenda.lines import Line
    from wijkteams.listing import ListItem


class Part:
    """Something between the title and the foot, with a template for each way of showing it."""

    kind: ClassVar[str]

    @property
    def mail_template(self) -> str:
        """As rows of the mail's table."""
        return f"nieuws/nieuwsbrief/mail/{self.kind}.html"

    @property
    def web_template(self) -> str:
        """As a part of the page."""
        return f"nieuws/nieuwsbrief/web/{self.kind}.html"


@dataclass(frozen=True)
class Heading(Part):
    """Above what the team wrote itself."""

    kind: ClassVar[str] = "heading"
    text: str


@dataclass(frozen=True)
class More(Part):
    """A link to the whole list."""

    kind: ClassVar[str] = "more"
    text: str
    url: str


@dataclass(frozen=True)
class Entry:
    """One thing that was picked from the site."""

    item: ListItem
    "With the words of the newsletter, and the picture if it is to be shown."
    line: Line | None = None
    "Of an activity: its day and hour."
    note: str = ""
    "What the team wrote beside an activity."


@dataclass(frozen=True)
class Entries(Part):
    """What was picked and stands together: activities, or all else."""

    kind: ClassVar[str] = "entries"
    entries: list[Entry]
    is_agenda: bool
    heading: str = ""
    more: list[More] = field(default_factory=list)


@dataclass(frozen=True)
class Words(Part):
    """Running text."""

    kind: ClassVar[str] = "words"
    html: SafeString


@dataclass(frozen=True)
class Photo(Part):
    """A picture over the whole width."""

    kind: ClassVar[str] = "photo"
    picture: Picture
    caption: str
    credit: str


@dataclass(frozen=True)
class Quote(Part):
    """What somebody said."""

    kind: ClassVar[str] = "quote"
    quote: str
    source: str


@dataclass(frozen=True)
class Way:
    """A button."""

    text: str
    url: str
    kind: str
    host: str


@dataclass(frozen=True)
class Ways(Part):
    """Buttons."""

    kind: ClassVar[str] = "ways"
    ways: list[Way]
