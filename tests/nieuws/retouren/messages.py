"""Messages as mail servers send them, with addresses of ours filled in."""

from __future__ import annotations

import tomllib
from pathlib import Path

from django.conf import settings

from nieuws.retouren import verp

HERE = Path(__file__).parent / "corpus"
ZENDING, ABONNEMENT = "5e" * 16, "ab" * 16
EXPECTED: dict[str, list[str]] = tomllib.loads((HERE / "verwacht.toml").read_text())


def message(name: str, zending: str = ZENDING, abonnement: str = ABONNEMENT) -> bytes:
    """One of them, about these rows."""
    mailbox, _at, domain = settings.BOUNCE_ADDRESS.rpartition("@")
    theirs = {
        "@@RETOUR@@": verp.return_path(zending),
        "@@RETOUR_HOOFDLETTERS@@": verp.return_path(zending).upper(),
        "@@AFMELDEN@@": verp.leave_address(abonnement),
        "@@VERVALST@@": f"{mailbox}+{zending}-{'0' * 16}@{domain}",
        "@@AFMELDEN_VERVALST@@": f"{mailbox}+a{abonnement}-{'0' * 16}@{domain}",
    }
    text = (HERE / f"{name}.eml").read_text()
    for mark, address in theirs.items():
        text = text.replace(mark, address)
    return text.encode().replace(b"\n", b"\r\n")
