"""What stands around every page."""

from __future__ import annotations

from django.utils.translation import gettext_lazy as _

from .part import Part

IN_HEAD = "staat in <head> en is niet te zien"

FRAME: tuple[Part, ...] = (
    Part(
        "header",
        _("Kop van de site"),
        _("Boven elke pagina. Niets zit verstopt achter een menuknop, ook niet op een telefoon."),
        _("Meer dan zes links in het menu."),
        css="header",
    ),
    Part(
        "header_slim",
        _("Smalle kop"),
        _("Boven een scherm met één taak: een enquête invullen, een signaal vertellen."),
        _("Pagina's waarop iemand rondkijkt."),
        css="header",
        height="laag",
    ),
    Part(
        "ward_bar",
        _("Balk van de wijk"),
        _("Op elke pagina van een wijk: haar naam, omtrek en afdelingen."),
        _("Pagina's van de stad."),
        css="header",
        height="laag",
    ),
    Part(
        "ward_switch",
        _("Naar een andere wijk"),
        _("In de kop van elke pagina van een wijk. Gaat open zonder JavaScript."),
        _("Alle wijken laten zien: daar is de pagina Wijken voor."),
        css="header",
        height="hoog",
    ),
    Part(
        "nav",
        _("Rij links"),
        _("Een menu van links. Waar u bent, heeft een streep."),
        _("Knoppen die iets doen."),
        css="header",
        height="laag",
    ),
    Part(
        "language_switch",
        _("Andere talen"),
        _("Op een pagina die er ook in een andere taal is. Elke taal in haar eigen woorden."),
        _("Vlaggen: een taal is geen land."),
        css="header",
        height="laag",
    ),
    Part(
        "breadcrumb",
        _("Kruimelpad"),
        _("Onder de kop van elke pagina onder de voorpagina: de weg terug omhoog."),
        _("De voorpagina van de stad of een wijk."),
        css="breadcrumb",
        height="laag",
    ),
    Part(
        "footer",
        _("Voet van de site"),
        _("Onder elke pagina: wie dit maakt, wie u kunt bellen, en de regels."),
        _("Nieuws of acties: die ziet onderaan bijna niemand."),
        css="footer",
        height="hoog",
    ),
    Part(
        "feed_link",
        _("Adres van de feed"),
        _("Laat een nieuwslezer de RSS van deze lijst vinden."),
        _("Een link om op te klikken: zet die in de pagina zelf."),
        no_css=IN_HEAD,
        height="laag",
    ),
    Part(
        "head_links",
        _("Lettertype, stijl en adressen"),
        _("Wat een browser ophaalt, en in welke talen deze pagina er is."),
        _("Bestanden van andere sites."),
        no_css=IN_HEAD,
    ),
    Part(
        "head_social",
        _("Kaart voor gedeelde links"),
        _("Titel, samenvatting en beeld wanneer iemand deze pagina doorstuurt."),
        _("Gegevens die niet op de pagina staan."),
        no_css=IN_HEAD,
    ),
)
