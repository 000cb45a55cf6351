"""The figures that may be seen, as plain JSON (`Uitslag.cijfers`): small numbers are gone.

    {
        "aantal": 400,              how many people these figures are about
        "op": "2026-11-22",         the day on which they were made
        "drempel": 5,
        "kanalen": [cel, …],        how the answers came in
        "filters": [{"id": splitser, "text": …, "waarden": [{"id", "text"}, …]}, …],
        "vragen": [figuur, …],      of everybody, in the order of the questions
        "gefilterd": {              of a part; the key is the filter that is chosen
            "splitser=waarde": {"aantal": 80, "vragen": [figuur, …]},
            "splitser=waarde&splitser=waarde": {…}
        }
    }

    figuur: {
        "id": id of the question, "soort", "text",
        "n": how many answered, None when that may not be seen,
        "cellen": [cel, …],
        "samen": the hidden cells together, None when there are none or it may not be seen,
        "gemiddelde": number with one decimal, or None,
        "plaatsen": [{"id", "text", "gemiddelde"}, …]   of a ranking, best first
        "rijen": [{"id", "text", "n", "cellen", "samen"}, …]   of a table
        "reden": "" or why there is nothing to see: "te_weinig", "verraadt" (an other question)
    }
    cel: {"id", "text", "aantal": number or None when it is hidden, "procent": of n, or None}

`cijfers` holds all questions with an answer to count; which of them residents see is in
`Uitslag.vragen` (`shown` leaves only those). Texts are those of the language of the survey.
"""

from __future__ import annotations

from typing import Any, TypeAlias

from enquetes.models import Enquete, Uitslag
from enquetes.uitslag.visibility import shown_questions

Cijfers: TypeAlias = dict[str, Any]


def shown(uitslag: Uitslag, enquete: Enquete | None = None) -> Cijfers:
    """The figures of the questions that are published; {} when there are none.

    Before the team chose questions (results that are seen at once) those are all.
    """
    if not uitslag.cijfers:
        return {}
    keep = shown_questions(enquete or uitslag.enquete, uitslag)
    parts = {
        key: {**group, "vragen": [one for one in group["vragen"] if one["id"] in keep]}
        for key, group in uitslag.cijfers["gefilterd"].items()
    }
    return {
        **uitslag.cijfers,
        "vragen": [one for one in uitslag.cijfers["vragen"] if one["id"] in keep],
        "gefilterd": {key: group for key, group in parts.items() if group["vragen"]},
    }
