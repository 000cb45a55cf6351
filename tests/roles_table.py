"""Show the roles of wijkteams/roles.py as the table in docs/redactie/rollen.md.

python -m tests.roles_table    writes the table anew
"""

from __future__ import annotations

import os
import re
from pathlib import Path

ROOT = Path(__file__).resolve().parents[1]
DOCUMENT = ROOT / "docs/redactie/rollen.md"
TABLE = re.compile(r"(?<=<!-- begin rollen -->\n).*?(?=<!-- einde rollen -->)", re.DOTALL)
HEADING = "| Rol | Waar | Pagina's | Foto's en documenten | Verder |\n|---|---|---|---|---|\n"

WORDS = {
    "wijk.add": "nieuwe wijk openen",
    "wijk.change": "gegevens van de wijk",
    "lidmaatschap": "leden",
    "uitnodiging": "uitnodigingen",
    "buurt": "buurten",
    "thema": "thema's",
    "importronde": "wijken importeren",
    "settings": "gegevens van de stad",
    "inzage": "zien wie gegevens meenam",
    "persoon": "gegevens van een persoon opzoeken, meegeven en wissen",
    "aanbod": "insturen voor de agenda beoordelen",
    "aanmelding.view": "zien wie er komt",
    "aanmelding": "wie er komt: toevoegen en wijzigen",
    "activiteit": "keren van een activiteit",
    "bron": "agenda's van anderen",
    "locatie": "plekken",
    "vakantie": "schoolvakanties",
    "lijst": "lijsten van de nieuwsbrief",
    "nieuwsbriefinstellingen": "instellingen van de nieuwsbrief",
    "abonnement.view": "zien wie de nieuwsbrief krijgt",
    "abonnement": "abonnees toevoegen en afmelden",
    "abonnement.contact": "adressen van abonnees zien",
    "abonnement.import": "een lijst met abonnees inlezen",
    "abonnement.export": "abonnees meenemen als bestand",
    "editie.view": "zien wat verstuurd is",
    "editie.send": "de nieuwsbrief versturen",
    "retour": "teruggekomen mail",
    "enquete.view": "zien hoeveel mensen een enquête invulden",
    "enquete": "enquêtes: nieuwe versie, sluiten, uitslag plaatsen",
    "enquete.export": "antwoorden meenemen als bestand",
    "inzending.view": "antwoorden op een enquête zien",
    "citaat": "open antwoorden lezen en kiezen",
    "deelname": "huiscodes maken en het panel uitnodigen",
    "panellid": "het bewonerspanel",
    "panellid.contact": "adressen van het panel zien",
    "papier": "papieren enquêtes invoeren",
    "signaal.view": "signalen zien",
    "signaal": "signalen opvolgen",
    "signaal.export": "signalen meenemen als bestand",
    "signaal.contact": "zien wie een signaal vertelde",
    "signaal.confidential": "vertrouwelijke signalen",
    "attendering": "zien hoeveel mensen signalen volgen",
    "initiatief.view": "initiatieven zien",
    "initiatief": "initiatieven verder helpen",
    "initiatief.contact": "zien wie iets begint en wie helpt",
    "initiatiefaanvraag.view": "ideeën van bewoners zien",
    "initiatiefaanvraag": "ideeën van bewoners opschrijven en beantwoorden",
    "organisatie.view": "organisaties zien",
    "organisatie": "organisaties",
    "categorie": "categorieën van signalen",
    "open311sleutel": "sleutels voor andere programma's",
    "moderatie.view": "zien wat lezers melden",
    "moderatie": "beoordelen wat lezers melden",
    "taak": "mislukte taken opnieuw proberen",
}


def page_words(actions: frozenset[str]) -> str:
    """Say in Dutch what a role does with pages."""
    if "publish" in actions:
        return "schrijven en plaatsen"
    return "concepten schrijven" if actions else "–"


def media_words(actions: frozenset[str]) -> str:
    """Say in Dutch what a role does with pictures and documents."""
    if "delete" in actions:
        return "toevoegen, wijzigen, verwijderen"
    return "toevoegen en gebruiken" if actions else "–"


def row_words(actions: frozenset[str]) -> str:
    """Say in Dutch which rows a role looks after; an unknown one is an error here."""
    names = {action if action in WORDS else action.partition(".")[0] for action in actions}
    return ", ".join(sorted(WORDS[name] for name in names)) or "–"


def table() -> str:
    """Make the table from the code."""
    from wijkteams.roles import CITY_ROLES, RIGHTS, Rol

    rows = []
    for rol in Rol:
        rights = RIGHTS[rol]
        words = (
            str(rol.label),
            "stad" if rol in CITY_ROLES else "wijk",
            page_words(rights.pages),
            media_words(rights.media),
            row_words(rights.rows),
        )
        rows.append("| " + " | ".join(words) + " |\n")
    return HEADING + "".join(rows)


def documented() -> str:
    """Read the table that the document holds."""
    found = TABLE.search(DOCUMENT.read_text())
    return found.group() if found else ""


if __name__ == "__main__":
    import sys

    import django

    sys.path[:0] = [str(ROOT / "site"), str(ROOT)]
    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "config.settings.test")
    django.setup()
    DOCUMENT.write_text(TABLE.sub(lambda _: table(), DOCUMENT.read_text()))
