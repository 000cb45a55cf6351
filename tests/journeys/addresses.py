"""The page types of the public site, each by an address of the demo city."""

from __future__ import annotations

from datetime import date

from tests.journeys.conftest import Desk

PAGES = [
    "/",
    "/wijken/",
    "/wijken/?q=bestaatniet",
    "/nieuws/",
    "/oude-sluis/",
    "/lindenhof/",
    "/tuindorp/",
    "/oude-sluis/nieuws/",
    "/oude-sluis/wijkteam/",
    "/agenda/",
    "/oude-sluis/agenda/",
    f"/oude-sluis/agenda/?maand={date.today():%Y-%m}",
    "/oude-sluis/agenda/?kaart=1",
    "/lindenhof/agenda/",
    "/oude-sluis/agenda/boodschappenbus/",
    "/havenkwartier/agenda/bewonersavond-kade/",
    "/havenkwartier/agenda/wijkschouw-voorjaar/",
    "/spoorzicht/agenda/taalcafe/",
    "/oude-sluis/agenda/aandragen/",
    "/nieuwsbrief/",
    "/havenkwartier/nieuwsbrief/",
    "/lindenhof/nieuwsbrief/",
    "/havenkwartier/nieuwsbrief/negen-afspraken-over-de-kade/",
    "/nieuwsbrief/aanmelden/",
    "/oude-sluis/nieuwsbrief/aanmelden/",
    "/nieuwsbrief/mijn/",
    "/nieuwsbrief/afmelden/onbekend/",
    "/havenkwartier/enquetes/",
    "/havenkwartier/enquetes/veilig-over-de-kadeweg/",
    "/signalen/",
    "/oude-sluis/signalen/",
    "/oude-sluis/signalen/?staat=open&q=xyzxyz",
    "/oude-sluis/signalen/de-supermarkt-verdwijnt/",
    "/signaal/nieuw/?wijk=oude-sluis",
    "/signaal/attenderen/?wijk=oude-sluis",
    "/signaal/partner/onbekend/",
    "/signaal/nieuw/",
    "/initiatieven/",
    "/initiatieven/?vorm=lijst&staat=bezig",
    "/oude-sluis/initiatieven/",
    "/oude-sluis/initiatieven/boodschappenservice/",
    "/havenkwartier/initiatieven/bomen-voor-het-werfplein/",
    "/havenkwartier/initiatieven/groene-daken-kade/",
    "/initiatieven/een-straatfeest/",
    "/idee/?wijk=oude-sluis",
    "/idee/",
    "/idee/mijn/onbekend/",
    "/signaal/volgen/onbekend/",
    "/huisregels/",
    "/toegankelijkheid/",
    "/privacy/",
    "/zoeken/",
    "/zoeken/?q=bus",
    "/zoeken/?q=xyzxyz",
    "/bestaat-niet/",
    "/inloggen/",
    "/wachtwoord/vergeten/",
    "/uitnodiging/verlopen/",
    "/en/oude-sluis/",
    "/ar/oude-sluis/",
    "/en/oude-sluis/agenda/",
    "/ar/oude-sluis/agenda/boodschappenbus/",
]


def all_pages(desk: Desk) -> list[str]:
    """Every page type, with two news items and a year, whatever the demo city has."""
    page = desk.go("/oude-sluis/nieuws/")
    links = page.locator("main a[href*='/nieuws/20']").evaluate_all(
        "links => links.map(link => new URL(link.href).pathname)"
    )
    assert links
    return [*PAGES, *list(dict.fromkeys(links))[:3], _one_signal(desk), *_free_pages(desk)]


def _one_signal(desk: Desk) -> str:
    """The newest public signal: it has another number each time."""
    links = desk.go("/oude-sluis/signalen/").locator("main a[href*='/signalen/20']")
    assert links.count()
    return str(links.first.evaluate("link => new URL(link.href).pathname"))


def _free_pages(desk: Desk) -> list[str]:
    """The free pages of two wards: among them those with every block."""
    found: list[str] = []
    for ward in ("/oude-sluis/", "/havenkwartier/"):
        links = (
            desk.go(ward)
            .locator(".ward-bar nav a")
            .evaluate_all("links => links.map(link => new URL(link.href).pathname)")
        )
        found += [link for link in links if not link.endswith(("/nieuws/", "/wijkteam/"))]
    return found
