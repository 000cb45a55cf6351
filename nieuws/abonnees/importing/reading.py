"""From lines of a file to whom to write to, with for each other line why not."""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from itertools import chain
from typing import Any

from django.core.exceptions import ValidationError
from django.utils.translation import gettext as _

from core.mail.addresses import clean, key_of
from core.security.bsn import holds_bsn
from nieuws.abonnees.importing.table import lines_of

MOST_ERRORS = 200
"More are counted, and not shown one by one."
LONGEST_NAME = 100
_ADDRESS_HEADS = {"email", "mail", "emailadres", "mailadres", "emailaddress", "adresemail"}
_NAME_HEADS = {"naam", "name", "volledigenaam", "fullname", "achternaam", "lastname", "familienaam"}
_FIRST_HEADS = {"voornaam", "firstname", "roepnaam"}
_MIDDLE_HEADS = {"tussenvoegsel", "tussenvoegsels", "voorvoegsel"}
_IN_BRACKETS = re.compile(r"^(?P<name>[^<>]*)<(?P<address>[^<>]+)>$")


@dataclass(frozen=True)
class Columns:
    """Where the address and the parts of the name stand."""

    address: int
    names: tuple[int, ...] = ()


@dataclass
class Read:
    """What a file says."""

    people: list[list[str]] = field(default_factory=list)
    "[address, name], each address once."
    errors: list[list[Any]] = field(default_factory=list)
    "[number of the line, what stood there, why not]."
    wrong: int = 0
    double: int = 0


def read(upload: Any) -> Read:
    """Read a file. Raises ValidationError for one that holds no addresses at all."""
    lines = iter(lines_of(upload))
    number, first = next(lines, (0, []))
    columns = columns_of(first)
    if columns is None:
        raise ValidationError(
            _("We vinden geen kolom met e-mailadressen. Zet boven die kolom: e-mail.")
        )
    is_heading = "@" not in first[columns.address]
    found = Read()
    seen: set[str] = set()
    for at, cells in lines if is_heading else chain([(number, first)], lines):
        _take(found, seen, at, cells, columns)
    if not found.people and not found.wrong:
        raise ValidationError(_("Dit bestand is leeg. Kies een ander bestand."))
    return found


def columns_of(first: list[str]) -> Columns | None:
    """By the words above the columns; without those, the column with an address in it."""
    heads = [re.sub(r"[^a-z]", "", cell.lower()) for cell in first]
    address = next((n for n, head in enumerate(heads) if head in _ADDRESS_HEADS), None)
    if address is not None:
        parts = (_FIRST_HEADS, _MIDDLE_HEADS, _NAME_HEADS)
        names = [n for words in parts for n, head in enumerate(heads) if head in words]
        return Columns(address, tuple(names))
    address = next((n for n, cell in enumerate(first) if "@" in cell), None)
    if address is None:
        return None
    return Columns(address, tuple(n for n in (address - 1, address + 1) if 0 <= n < len(first))[:1])


def _take(found: Read, seen: set[str], number: int, cells: list[str], columns: Columns) -> None:
    typed = cells[columns.address] if columns.address < len(cells) else ""
    name = " ".join(cells[n] for n in columns.names if n < len(cells) and cells[n])
    if match := _IN_BRACKETS.match(typed):  # 'Bea de Boer <bea@voorbeeld.nl>'
        typed, name = match["address"].strip(), name or match["name"].strip(' "')
    try:
        address = clean(typed) if typed else ""
        if not address:
            raise ValidationError(_("Hier staat geen e-mailadres."))
        if holds_bsn(name):
            raise ValidationError(_("In de naam staat een getal dat op een BSN lijkt."))
    except ValidationError as error:
        found.wrong += 1
        if len(found.errors) < MOST_ERRORS:
            found.errors.append([number, typed[:100], " ".join(error.messages)])
        return
    key = key_of(address)
    if key in seen:
        found.double += 1
        return
    seen.add(key)
    found.people.append([address, "" if "@" in name else name[:LONGEST_NAME]])
