"""Who filled it in: asked on paper too when a survey is not anonymous (requirement S5)."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from django.core.exceptions import ValidationError
from django.core.validators import validate_email
from django.utils.translation import gettext as _

from core.forms import refuse_bsn
from enquetes.models import Enquete
from enquetes.papier.services import MAIL, NAAM
from enquetes.vragen.antwoord import Antwoorden


@dataclass
class Sender:
    """What stands on paper, and what is wrong with it."""

    name: str = ""
    email: str = ""
    error: str = ""

    def kept(self) -> Antwoorden:
        """Beside the answers, until the pile is counted."""
        return {key: text for key, text in ((NAAM, self.name), (MAIL, self.email)) if text}


def sender_of(enquete: Enquete, antwoorden: Antwoorden) -> Sender | None:
    """What is kept; None when the survey is anonymous."""
    if enquete.is_anoniem:
        return None
    return Sender(str(antwoorden.get(NAAM, "")), str(antwoorden.get(MAIL, "")))


def read_sender(enquete: Enquete, data: Mapping[str, str]) -> Sender | None:
    """What was typed."""
    if enquete.is_anoniem:
        return None
    found = Sender(str(data.get("naam", "")).strip(), str(data.get("mail", "")).strip())
    try:
        refuse_bsn(found.name)
        if len(found.name) > 120:
            raise ValidationError(_("De naam is te lang: hoogstens 120 tekens."))
        if found.email:
            validate_email(found.email)
    except ValidationError as error:
        found.error = " ".join(error.messages)
    return found
