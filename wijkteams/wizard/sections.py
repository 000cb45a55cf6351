"""The groups of fields on the screen 'Nieuwe wijk'."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from django.utils.translation import gettext_lazy as _

if TYPE_CHECKING:
    from django.forms import BoundField
    from django.utils.functional import Promise


@dataclass(frozen=True)
class SectionPlan:
    """Which fields stand together, under which heading."""

    anchor: str
    heading: Promise | str
    intro: Promise | str
    names: tuple[str, ...]

    def holds(self, name: str) -> bool:
        """Whether a field belongs here; invitations by the start of their name."""
        return name in self.names or name.rpartition("_")[0] in self.names


@dataclass(frozen=True)
class FormSection:
    """A group of fields with what was typed in them."""

    anchor: str
    heading: Promise | str
    intro: Promise | str
    fields: list[BoundField]


SECTIONS = (
    SectionPlan(
        "wijk",
        _("1. De wijk"),
        _("Alleen de naam is verplicht. De rest kun je ook later invullen."),
        ("name", "slug", "palette", "gemeente"),
    ),
    SectionPlan(
        "gebied",
        _("2. Het gebied"),
        _("Waar ligt de wijk? Hiermee vinden bewoners hun wijk."),
        ("buurten", "postcodes", "codes", "boundary_file", "boundary"),
    ),
    SectionPlan(
        "contact",
        _("3. Contact"),
        _("Zo bereiken bewoners het wijkteam. Iedereen kan dit lezen."),
        ("contact_email", "contact_phone", "meeting_place"),
    ),
    SectionPlan(
        "team",
        _("4. Het team"),
        _(
            "Wie mag de site van deze wijk gaan maken? Nodig het liefst twee wijkbeheerders uit: "
            "dan kan de een de ander vervangen. Meer mensen kan later ook."
        ),
        ("invitation", "role"),
    ),
)
