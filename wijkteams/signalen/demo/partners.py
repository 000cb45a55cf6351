"""The partners of the demo city, and the municipality's own desk."""

from __future__ import annotations

import tomllib
from datetime import date, timedelta
from pathlib import Path

from wijkteams.models import Organisatie, Wijk
from wijkteams.signalen.models import Categorie

HERE = Path(__file__).parent
DESK = {
    "loket": "Meldpunt van de gemeente",
    "loket_url": "https://www.sluisdam.example/melden",
    "loket_telefoon": "14 0500",
}
OF_THE_STREET = ("straat-en-verkeer", "licht", "groen-en-spelen", "afval", "overlast")
FOR = {
    "wonen": "Woongoed Sluis",
    "zorg-en-eenzaamheid": "Welzijn Sluisdam",
    "geld-en-regelen": "Welzijn Sluisdam",
    "bus-en-vervoer": "Noordlijn Busvervoer",
}
"Who gets a signal of this category; the municipality gets the others."
OTHERS = "Gemeente Sluisdam, Meldpunt"


def load_partners(today: date) -> dict[str, Organisatie]:
    """Add the partners that are not there yet; gives all by category, '' for the others."""
    wards = {wijk.slug: wijk for wijk in Wijk.objects.all()}
    for number, one in enumerate(tomllib.loads((HERE / "partners.toml").read_text())["partner"]):
        slugs = one.pop("wijken", [])
        checked = today - timedelta(days=40 + 60 * number)
        values = {**one, "nagekeken_op": checked}
        partner, made = Organisatie.objects.get_or_create(name=values.pop("name"), defaults=values)
        if made:
            partner.wijken.set(wards[slug] for slug in slugs)
    Categorie.objects.filter(slug__in=OF_THE_STREET, loket="").update(**DESK)
    found = {partner.name: partner for partner in Organisatie.objects.filter(wijk=None)}
    return {"": found[OTHERS], **{slug: found[name] for slug, name in FOR.items()}}
