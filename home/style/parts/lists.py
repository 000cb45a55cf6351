"""Cards and lists."""

from __future__ import annotations

from django.utils.translation import gettext_lazy as _

from .part import Part

LISTS: tuple[Part, ...] = (
    Part(
        "card",
        _("Kaart"),
        _("Een bericht in een lijst: de hele kaart is één link. Zonder foto de muur van de wijk."),
        _("Meer dan één link in een kaart."),
        css="card",
        height="hoog",
    ),
    Part(
        "card_lead",
        _("Grote kaart"),
        _("Het belangrijkste bericht, één keer boven of naast de andere."),
        _("Een hele lijst van grote kaarten: dan valt geen ervan op."),
        template="components/card.html",
        css="card",
        height="hoog",
    ),
    Part(
        "card_row",
        _("Kaart op een rij"),
        _("Kleinere berichten onder elkaar, naast een grote kaart."),
        _("Een lijst die op zichzelf staat: gebruik gewone kaarten."),
        template="components/card.html",
        css="card",
        height="hoog",
    ),
    Part(
        "card_list",
        _("Lijst van kaarten"),
        _("Een overzicht. Het aantal kolommen volgt vanzelf uit de breedte."),
        _("Eén kaart alleen in een breed vak."),
        css="card",
        height="hoog",
    ),
    Part(
        "news_split",
        _("Nieuws van de stad"),
        _("De voorpagina: één groot bericht en drie kleine ernaast."),
        _("Een overzicht met alles: gebruik de lijst van kaarten."),
        css="card",
        height="hoog",
    ),
    Part(
        "pagination",
        _("Verder bladeren"),
        _("Onder een lijst die verder gaat. De knop zegt wat er komt: 'Ouder nieuws'."),
        _("Nummers van pagina's: die veranderen zodra er iets bij komt."),
        css="pagination",
        height="laag",
    ),
    Part(
        "facts",
        _("Feiten"),
        _("Korte gegevens met hun naam: wie, waar, wanneer, hoeveel."),
        _("Zinnen: schrijf die als tekst."),
        template="wijkteams/wijk_about.html",
        css="facts",
    ),
)
