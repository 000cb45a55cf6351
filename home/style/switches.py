"""The switches of the style page: palette, scheme and direction, as they stand in its address."""

from __future__ import annotations

from dataclasses import dataclass
from urllib.parse import urlencode

from django.http import QueryDict

from wijkteams.palettes import DEFAULT_PALETTE, Palet

SCHEMES = ("licht", "donker")
DIRECTIONS = ("ltr", "rtl")
WIDTHS = ("vol", "telefoon")
LANGUAGES = {"ltr": "nl", "rtl": "ar"}
# The samples ask not the device but the switch. A question that is always or never true.
ASKED = "(prefers-color-scheme: dark)"
ANSWERS = {"licht": "(width < 0)", "donker": "(width >= 0)"}


@dataclass(frozen=True)
class Switches:
    """What the reader chose; whatever makes no sense is the first of its kind."""

    palette: str
    scheme: str
    direction: str
    width: str

    @classmethod
    def from_query(cls, query: QueryDict) -> Switches:
        palette = query.get("palet", "")
        return cls(
            palette=palette if palette in Palet.values else DEFAULT_PALETTE.value,
            scheme=_one_of(SCHEMES, query.get("schema", "")),
            direction=_one_of(DIRECTIONS, query.get("richting", "")),
            width=_one_of(WIDTHS, query.get("breedte", "")),
        )

    @property
    def language(self) -> str:
        """The samples that run right to left speak a language that does."""
        return LANGUAGES[self.direction]

    @property
    def query(self) -> str:
        """The switches as they stand behind an address."""
        return urlencode(
            {
                "palet": self.palette,
                "schema": self.scheme,
                "richting": self.direction,
                "breedte": self.width,
            }
        )

    @property
    def palettes(self) -> list[tuple[str, str]]:
        return [(palet.value, str(palet.label)) for palet in Palet]

    @property
    def style_sheet(self) -> str:
        """The public style sheet, made for this scheme by frontend/build.mjs."""
        return f"css/stijl-{self.scheme}.css"

    def force_scheme(self, html: str) -> str:
        """Let pictures that differ in the dark follow the switch as well."""
        return html.replace(ASKED, ANSWERS[self.scheme])


def _one_of(known: tuple[str, ...], chosen: str) -> str:
    return chosen if chosen in known else known[0]
