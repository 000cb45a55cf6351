"""Titles and texts that differ enough for lists and search to have work."""

from __future__ import annotations

import uuid
from random import Random

WHO = ("Buren", "Bewoners", "Vrijwilligers", "Kinderen", "Ouders", "Tuiniers", "De wijkagent")
DO = ("planten", "vieren", "maken", "openen", "verven", "zoeken", "bespreken", "ruimen op:")
WHAT = ("een boom", "het plein", "de speeltuin", "een moestuin", "de kade", "het buurthuis")
WHEN = ("op zaterdag", "in het voorjaar", "met elkaar", "na de zomer", "deze week")
PLAN = (
    "Boodschappenbus", "Moestuin", "Repaircafé", "Buurtmaaltijd", "Wandelclub", "Taalcafé",
    "Ruilkast", "Geveltuintjes", "Zangkoor", "Huiswerkhulp", "Straatfeest", "Deelauto's",
    "Klusdienst", "Speelstraat", "Belcirkel", "Zonnepanelen", "Filmavond", "Kledingbank",
    "Hondenveldje", "Jeu-de-boulesbaan",
)  # fmt: skip
FOR = (
    "voor ouderen", "voor kinderen", "op het plein", "aan de kade", "bij de school",
    "in het buurthuis", "op vrijdag", "met nieuwkomers", "in de flat", "achter de kerk",
)  # fmt: skip
WARD = ("Haven", "Molen", "Linden", "Spoor", "Tuin", "Zonne", "Kade", "Dijk", "Veld", "Oever")
WARD_END = ("kwartier", "polder", "hof", "zicht", "dorp", "weide", "buurt", "park")


def ward_name(number: int) -> str:
    """A name that no other ward has."""
    start, end = WARD[number % len(WARD)], WARD_END[number // len(WARD) % len(WARD_END)]
    return f"{start}{end} {number + 1}"


def title(random: Random) -> str:
    return " ".join(random.choice(words) for words in (WHO, DO, WHAT, WHEN))


def plan(random: Random) -> str:
    """What residents would call something that they start."""
    return f"{random.choice(PLAN)} {random.choice(FOR)}"


def sentence(random: Random) -> str:
    return f"{title(random)}. Komt u ook? {title(random)}."


def body(random: Random) -> list[dict[str, object]]:
    """Three paragraphs, as the CMS stores them."""
    text = "".join(f"<p>{sentence(random)} {sentence(random)}</p>" for _part in range(3))
    key = str(uuid.UUID(int=random.getrandbits(128), version=4))
    return [{"type": "text", "value": {"text": text}, "id": key}]
