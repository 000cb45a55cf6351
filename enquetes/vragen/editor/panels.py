"""In which order a volunteer makes a survey: the questions, who may fill in, the results."""

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
    TitleFieldPanel,
)
from wagtail.admin.widgets import AdminDateTimeInput

from core.models import BasePage
from enquetes.vragen.editor.stand_panel import StandPanel

DUTCH_MOMENT = "%d-%m-%Y %H:%M"
"Read and typed so in each language of the CMS (`EnquetePageForm`)."

QUESTION_PANELS: list[Any] = [
    StandPanel(heading=_("Hoe staat het ervoor?")),
    TitleFieldPanel("title", help_text=_("Kort en concreet. Bijvoorbeeld: Waar mogen honden los?")),
    FieldPanel(
        "summary",
        help_text=_(
            "In één of twee zinnen: waar gaat het over, en wat doen jullie ermee? Bijvoorbeeld: "
            "Waar kunnen honden los? Met uw antwoord gaan we naar de gemeente."
        ),
    ),
    FieldPanel(
        "vragen",
        help_text=_(
            "Een bladzijde is wat iemand in één keer ziet. Drie tot zes vragen is prettig. "
            "Houd het kort: na tien minuten haken mensen af."
        ),
    ),
]

ACCESS_PANELS: list[Any] = [
    FieldPanel(
        "toegang",
        help_text=_(
            "Hoe strenger, hoe zekerder elk antwoord één keer telt, en hoe meer moeite het kost. "
            "Bijvoorbeeld: iedereen met de link."
        ),
    ),
    FieldPanel(
        "anonimiteit",
        help_text=_(
            "Anoniem: niemand weet wie wat zei, ook wij niet. Vertrouwelijk: alleen het team weet "
            "het. Op naam: ook de naam mag bekend worden. Bijvoorbeeld: anoniem."
        ),
    ),
    MultiFieldPanel(
        [
            FieldRowPanel(
                [
                    FieldPanel(
                        "opens_at",
                        widget=AdminDateTimeInput(format=DUTCH_MOMENT),
                        help_text=_("Leeg: meteen na publiceren."),
                    ),
                    FieldPanel(
                        "closes_at",
                        widget=AdminDateTimeInput(format=DUTCH_MOMENT),
                        help_text=_("Leeg: tot je zelf sluit. Drie weken is gewoon."),
                    ),
                ]
            ),
        ],
        heading=_("Wanneer?"),
    ),
    FieldPanel(
        "doel",
        help_text=_("Dan zie je hoe ver jullie zijn. Mag leeg blijven. Bijvoorbeeld: 200."),
    ),
    FieldPanel(
        "retouradres",
        help_text=_(
            "Staat op het papieren formulier. Bijvoorbeeld: Brievenbus van De Brug, Kadeplein 4."
        ),
    ),
]

RESULT_PANELS: list[Any] = [
    FieldPanel(
        "zichtbaar", help_text=_("Wat bewoners zien, en vanaf wanneer. Meestal: na de sluiting.")
    ),
    FieldPanel("eerlijk_afsluiten"),
    FieldPanel("drempel"),
    FieldPanel("uitslag_mailen"),
    FieldPanel(
        "vorige",
        help_text=_(
            "Was er eerder zo'n enquête, waarvan deze een kopie is? Dan zie je straks wat er "
            "veranderde. Bijvoorbeeld: Buurtonderzoek van vorig jaar."
        ),
    ),
    FieldPanel(
        "vervolg",
        help_text=_(
            "Schrijf dit als je de uitslag bekendmaakt: zonder dit kan dat niet. Bijvoorbeeld: "
            "We vragen de gemeente om een losloopveld bij de vijver."
        ),
    ),
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
]


def tabs() -> TabbedInterface:
    """The whole form."""
    help_panel = HelpPanel(template="wagtailadmin/handleiding/survey_panel.html")
    return TabbedInterface(
        [
            ObjectList([help_panel, *QUESTION_PANELS], heading=_("Vragen")),
            ObjectList(ACCESS_PANELS, heading=_("Wie en wanneer")),
            ObjectList(RESULT_PANELS, heading=_("Uitslag")),
            ObjectList(STORY_PANELS, heading=_("Foto en verhaal")),
            ObjectList(BasePage.promote_panels, heading=_("Adres")),
            ObjectList(BasePage.settings_panels, heading=_("Instellingen")),
        ]
    )
