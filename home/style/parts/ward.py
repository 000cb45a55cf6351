"""What makes a ward a ward."""

from __future__ import annotations

from django.utils.translation import gettext_lazy as _

from .part import Part

WARD: tuple[Part, ...] = (
    Part(
        "ward_hero",
        _("Begin van een wijk"),
        _("De naam van de wijk, groot, met haar omtrek in baksteen. Eén keer, op de voorpagina."),
        _("Pagina's daaronder: die hebben de kop van een pagina."),
        template="wijkteams/wijk_hero.html",
        css="hero",
        height="hoog",
    ),
    Part(
        "door",
        _("Vijf deuren"),
        _("De vijf taken van een wijkteam, op de voorpagina van een wijk. De deur gaat open."),
        _("Een ander menu: een deur is altijd een taak."),
        css="door",
        height="hoog",
    ),
    Part(
        "team",
        _("Het wijkteam"),
        _("De mensen van het team voor de ramen van hun eigen muur. Eén raam is altijd vrij."),
        _("Bewoners die er niet om gevraagd hebben, of meer dan twaalf mensen."),
        css="team",
        height="hoog",
    ),
    Part(
        "contact",
        _("Kom langs, bel of mail"),
        _("Naast het team: wanneer er iemand is, waar, en hoe u het team bereikt."),
        _("Eén persoon: daar is het blok Contact voor."),
        css="team",
        height="hoog",
    ),
    Part(
        "finder",
        _("Wijkzoeker"),
        _("Voor wie niet weet in welke wijk hij woont: een postcode of naam is genoeg."),
        _("Zoeken in teksten: dat doet het zoekveld in de kop."),
        css="hero",
    ),
    Part(
        "ward_list",
        _("Lijst van wijken"),
        _("De weg naar elke wijk. Staat altijd bij de kaart en werkt ook zonder."),
        _("Andere lijsten: het steentje hoort bij een nummer op de kaart."),
        css="ward-map",
    ),
    Part(
        "ward_list_item",
        _("Regel in de lijst van wijken"),
        _("Eén wijk: steen met nummer, naam, en zo nodig hoe het met het team staat."),
        _("Los van een lijst."),
        css="ward-map",
        height="laag",
    ),
    Part(
        "ward_map",
        _("Kaart van de wijken"),
        _("Een plaatje om te zien waar een wijk ligt, naast de lijst."),
        _("Alleen een kaart: niet iedereen kan er iets mee."),
        css="ward-map",
        height="hoog",
    ),
    Part(
        "ward_groups",
        _("Wijken per gemeente"),
        _("De pagina met alle wijken: per gemeente de kaart met de lijst."),
        _("De voorpagina van een wijk."),
        css="ward-map",
        height="hoog",
    ),
)
