"""In which order an editor fills in an activity: what, when, where, for whom, and what to know.

A panel with `data-soort` or `data-inschrijving` matters for those answers only: the script hides
it for others, unless something is filled in. Without the script all are there.
"""

from __future__ import annotations

from typing import Any

from django.utils.translation import gettext_lazy as _
from wagtail.admin.panels import (
    FieldPanel,
    FieldRowPanel,
    HelpPanel,
    MultiFieldPanel,
    ObjectList,
    TabbedInterface,
)
from wagtail.models import Page

from core.models import BasePage
from wijkteams.activiteiten.beheer.when_panel import WhenPanel


def _only(name: str, *values: str) -> dict[str, str]:
    return {f"data-{name}": " ".join(values)}


ACTIVITY_PANELS: list[Any] = [
    HelpPanel(template="wagtailadmin/handleiding/activity_panel.html"),
    *Page.content_panels,
    FieldPanel("soort"),
    FieldPanel("summary"),
    WhenPanel(heading=_("Wanneer en hoe vaak?")),
    MultiFieldPanel(
        [
            FieldPanel("locatie"),
            HelpPanel(template="activiteiten/beheer/new_place.html"),
            FieldPanel("place_note"),
            FieldPanel("online_link"),
        ],
        heading=_("Waar?"),
    ),
    MultiFieldPanel(
        [
            FieldRowPanel([FieldPanel("voor_wie"), FieldPanel("kinderen")]),
            FieldRowPanel([FieldPanel("age_from"), FieldPanel("age_until")]),
            FieldPanel("level"),
            FieldPanel("talen"),
        ],
        heading=_("Voor wie?"),
    ),
    MultiFieldPanel(
        [
            FieldPanel("is_free"),
            FieldPanel("costs"),
            FieldPanel("bring"),
            FieldPanel("help_available"),
        ],
        heading=_("Goed om te weten"),
    ),
    MultiFieldPanel(
        [FieldPanel("organiser"), FieldPanel("contact_phone"), FieldPanel("contact_email")],
        heading=_("Vragen?"),
    ),
]

LIMITED = _only("inschrijving", "beperkt")
WITH_FORM = _only("inschrijving", "open", "beperkt")

SIGN_UP_PANELS: list[Any] = [
    FieldPanel("inschrijving"),
    FieldPanel("capacity", attrs=LIMITED),
    FieldPanel("reserved", attrs=LIMITED),
    FieldPanel("wachtlijst", attrs=LIMITED),
    FieldPanel("bereik", attrs=WITH_FORM),
    FieldPanel("max_group", attrs=WITH_FORM),
    FieldPanel("closes_hours_before", attrs=WITH_FORM),
    MultiFieldPanel(
        [FieldPanel("remind_days"), FieldPanel("remind_hours"), FieldPanel("keep_days")],
        heading=_("Herinneren en bewaren"),
        attrs=WITH_FORM,
    ),
    FieldPanel("vragen", attrs=WITH_FORM),
]

STORY_PANELS: list[Any] = [
    MultiFieldPanel(
        [FieldPanel("image"), FieldPanel("image_alt"), FieldPanel("photo_credit")],
        heading=_("Foto"),
    ),
    FieldPanel("body"),
    MultiFieldPanel(
        [FieldPanel("buurten"), FieldPanel("themas")], heading=_("Waar gaat het over?")
    ),
    FieldPanel("stukken", attrs=_only("soort", "bewonersavond")),
    FieldPanel("looproute", attrs=_only("soort", "wijkschouw")),
    FieldPanel("verslag"),
]

FRONT_PANELS: list[Any] = [
    MultiFieldPanel([FieldPanel("voorop"), FieldPanel("voorop_stad")], heading=_("Voorpagina")),
]


def tabs() -> TabbedInterface:
    """The whole form."""
    return TabbedInterface(
        [
            ObjectList(ACTIVITY_PANELS, heading=_("Activiteit")),
            ObjectList(SIGN_UP_PANELS, heading=_("Aanmelden")),
            ObjectList(STORY_PANELS, heading=_("Foto en verhaal")),
            ObjectList(BasePage.promote_panels, heading=_("Adres")),
            ObjectList([*FRONT_PANELS, *BasePage.settings_panels], heading=_("Instellingen")),
        ]
    )
