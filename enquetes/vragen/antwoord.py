"""What an answer is: plain JSON, by the id of its question.

| kind | value |
|---|---|
| kort, lang | text |
| keuze | id of an option, ANDERS or WEET_NIET |
| keuzes | list of those |
| buurt | str of the pk of a Buurt, BUITEN (lives elsewhere) or WEET_NIET |
| schaal, smileys | whole number (smileys 1–5), or WEET_NIET |
| ja_nee | JA, NEE or WEET_NIET |
| rangorde | list of all ids of options, best first |
| matrix | {id of row: id of column} |
| getal | number |
| datum | 'YYYY-MM-DD' |
| postcode | '2801' or '2801AB' |
| kaart | [longitude, latitude] in degrees (WGS 84), 5 decimals |
| foto | key of the picture |

Where a question offers it, 'Weet ik niet' is WEET_NIET whatever the kind: alone in a list, in a
table as the value of a row. What was typed after ANDERS stands under `<id>:anders`. On paper a
value may be ONLEESBAAR.
A question that was not answered or not shown has no key.
"""

from __future__ import annotations

from typing import Any, Final, TypeAlias

Antwoorden: TypeAlias = dict[str, Any]

ANDERS: Final = "_anders"
WEET_NIET: Final = "_weet_niet"
ONLEESBAAR: Final = "_onleesbaar"
BUITEN: Final = "_buiten"
JA: Final = "ja"
NEE: Final = "nee"


def anders_key(vraag_id: str) -> str:
    """Where the text after 'Anders, namelijk' stands."""
    return f"{vraag_id}:anders"
