"""Text, picture and notices."""

from __future__ import annotations

from django.utils.translation import gettext_lazy as _

from .part import Part

NLDS = "NL Design System; maten en kleuren staan in css/base/nlds.css"

TEXT: tuple[Part, ...] = (
    Part(
        "page_head",
        _("Kop van een pagina"),
        _("Boven aan elke pagina onder de voorpagina: de titel en één of twee zinnen."),
        _("De voorpagina van de stad of een wijk: die hebben een eigen begin."),
        css="facts",
        height="laag",
    ),
    Part(
        "headings",
        _("Lopende tekst"),
        _("Alles wat iemand leest: koppen, alinea's, lijsten en links, hooguit 40 rem breed."),
        _("Knoppen en menu's. Sla geen kopniveau over."),
        template="blocks/text.html",
        no_css="css/base/layout.css: .prose",
        height="hoog",
    ),
    Part(
        "button",
        _("Knop"),
        _("Voor wat iemand dóet: versturen, zoeken. De gevulde knop hooguit één keer per vak."),
        _("Naar een andere pagina gaan in lopende tekst: gebruik daar een link."),
        no_css=NLDS,
        height="laag",
    ),
    Part(
        "tag",
        _("Label"),
        _("De naam van een wijk, of hoe het met iets staat. Altijd met woorden."),
        _("Om op te klikken, en nooit alleen een kleur."),
        template="components/card.html",
        css="tag",
        height="laag",
    ),
    Part(
        "notice",
        _("Melding"),
        _("Een tip, een waarschuwing of goed nieuws dat bij deze pagina hoort."),
        _("Versiering, of meer dan twee op een pagina: dan leest niemand ze."),
        css="notice",
        height="hoog",
    ),
    Part(
        "messages",
        _("Antwoord op wat u deed"),
        _("Eén keer, boven aan de pagina, nadat iemand iets heeft verstuurd."),
        _("Vaste tekst: gebruik daar een melding."),
        css="notice",
    ),
    Part(
        "empty",
        _("Nog niets te zien"),
        _("In plaats van een lege lijst. Altijd met iets dat iemand nu kan doen."),
        _("Een fout of storing: gebruik daar een melding."),
        css="notice",
        height="hoog",
    ),
    Part(
        "photo",
        _("Foto bij een verhaal"),
        _("De grote foto boven een bericht, met wie hem maakte."),
        _("Foto's tussen de tekst: daar is het blok Foto voor."),
        css="story",
        height="hoog",
    ),
    Part(
        "picture",
        _("Beeld"),
        _("Elk plaatje van de redactie: de browser kiest zelf de maat en het soort bestand."),
        _("Tekeningen van de site zelf, zoals de straat: dat zijn losse bestanden."),
        no_css="wie het gebruikt, geeft het een plek",
        height="hoog",
    ),
    Part(
        "default_picture",
        _("Beeld zonder foto"),
        _("Waar geen foto is: de muur van de wijk met een raam. In het donker brandt er licht."),
        _("Naast een echte foto in hetzelfde bericht."),
        css="bond",
        height="hoog",
    ),
    Part(
        "story",
        _("Verhaal"),
        _("De blokken van een pagina onder elkaar, in de volgorde van de redactie."),
        _("Vaste onderdelen van een pagina: zet die in het sjabloon."),
        css="story",
        height="hoog",
    ),
    Part(
        "error_scene",
        _("Er ging iets mis"),
        _("De hele pagina bij een fout: een tekening, wat er mis is, en wat iemand nu kan doen."),
        _("Een fout in een formulier: die staat bij het veld."),
        css="notice",
        height="hoog",
    ),
    Part(
        "contact_city",
        _("Wie kan helpen"),
        _("Onder een fout of doodlopend eind: telefoon en mail van de stad, als die er zijn."),
        _("Pagina's van een wijk: daar helpt het eigen wijkteam."),
        no_css="gewone tekst met links",
        height="laag",
    ),
)
