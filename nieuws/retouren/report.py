"""What a message in the mailbox for returns turned out to be."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from nieuws.models import Retour


class What(StrEnum):
    """What to do with it."""

    RETURN = "return"
    "A mail did not arrive, or was called unwanted: it counts."
    LATER = "later"
    "It is still being tried (RFC 3464, action 'delayed'): nothing to do."
    ANSWER = "answer"
    "A machine answered, such as of somebody who is on holiday: nothing to do."
    LEAVE = "leave"
    "A reader ends a subscription by mail."
    FORGED = "forged"
    "It says to be ours, but the signature is wrong."
    UNREADABLE = "unreadable"
    "A person should look: it stays in the mailbox, in a folder of its own."


@dataclass(frozen=True)
class Report:
    """Why one mail did not arrive."""

    soort: Retour.Soort
    code: str = ""
    "Of RFC 3463, such as 5.1.1."
    reden: str = ""
    "The words of the other server, without addresses."


@dataclass(frozen=True)
class Reading:
    """One message, read."""

    what: What
    report: Report | None = None
    zending: str = ""
    "The code of the mail that came back."
    abonnement: str = ""
    "The code of the subscription that is ended, or complained of."
