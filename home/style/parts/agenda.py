"""Parts of an agenda."""

from __future__ import annotations

from django.utils.translation import gettext_lazy as _

from .part import Part

AGENDA: tuple[Part, ...] = (
    Part(
        "agenda_item",
        _("Regel in de agenda"),
        _("Iets met een datum. De steen zegt het uur, of op een voorpagina de dag."),
        _("Nieuws: dat heeft een kaart."),
        css="agenda-item",
        height="hoog",
    ),
    Part(
        "status",
        _("Stand"),
        _("Of u nog kunt komen: altijd in woorden, met een teken erbij."),
        _("Iets waar u op drukt: dat is een knop of een keuze."),
        css="agenda-item",
        height="laag",
    ),
    Part(
        "chips",
        _("Korte keuzes"),
        _("Een paar woorden naast elkaar waaruit u er één kiest, zoals 'Vandaag'."),
        _("Meer dan zes keuzes: gebruik een keuzelijst."),
        css="chips",
        height="laag",
    ),
    Part(
        "chosen",
        _("Wat is gekozen"),
        _("Boven een lijst: elke keuze is met één druk weer weg."),
        _("Keuzes die u nog kunt maken: die staan in de balk erboven."),
        css="chips",
        height="laag",
    ),
    Part(
        "pick",
        _("Keuzelijst boven een overzicht"),
        _("Eén keuze uit een lijst, in een formulier dat alleen laat zien."),
        _("Een formulier dat iets opslaat: gebruik de velden van het huis."),
        css="form",
        height="midden",
    ),
)
