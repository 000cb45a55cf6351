"""What is in an envelope: everything that an answer will be, closed with the key of the site."""

from __future__ import annotations

import base64
import json
from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any

from enquetes.bus.sealing import keys_for, seal, unseal
from enquetes.models import Envelop
from enquetes.vragen.antwoord import Antwoorden

PURPOSE = "bus"


@dataclass(frozen=True)
class Content:
    """One filled-in survey, on its way."""

    versie: int
    antwoorden: Antwoorden
    kanaal: str
    language: str
    buurt: int | None = None
    fotos: Mapping[str, bytes] = field(default_factory=dict)
    "Pictures by the key that stands in `antwoorden`; cleaned already."


def sealed(content: Content, enquete: int) -> bytes:
    """For `Envelop.inhoud`: an envelope of one survey does not open in another."""
    values: dict[str, Any] = {
        **vars(content),
        "fotos": {key: base64.b64encode(one).decode() for key, one in content.fotos.items()},
    }
    return seal(keys_for(PURPOSE)[0], json.dumps(values).encode(), _about(enquete))


def opened(envelop: Envelop) -> Content:
    """What is in it. Raises SealedError when the key of the site was lost."""
    values = json.loads(unseal(keys_for(PURPOSE), envelop.inhoud, _about(envelop.enquete_id)))
    fotos = {key: base64.b64decode(one) for key, one in values.pop("fotos").items()}
    return Content(**values, fotos=fotos)


def _about(enquete: int) -> bytes:
    return f"enquete {enquete}".encode()
