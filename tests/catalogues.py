"""Collect the texts of code and templates in locale/, and build the files that Django reads.

    python -m tests.catalogues update     new texts into the .po files, old ones out
    python -m tests.catalogues compile    .mo files from the .po files
    python -m tests.catalogues check      fail when one of the two was forgotten

Written with Babel, so that nobody needs the gettext programs of the system.
"""

from __future__ import annotations

import io
import sys
from collections.abc import Iterable, Iterator
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

from babel.messages.catalog import Catalog, Message
from babel.messages.extract import extract
from babel.messages.mofile import write_mo
from babel.messages.pofile import read_po, write_po
from django.utils.translation.template import templatize

ROOT = Path(__file__).resolve().parents[1]
LOCALE = ROOT / "locale"
BEGIN = datetime(2026, 11, 22, tzinfo=UTC)  # fixed: a rebuild by itself changes nothing
LANGUAGES = ("ar", "en", "pl", "tr", "uk")
CODE = ("site", "home", "wijkteams", "nieuws", "enquetes")
FUNCTIONS: dict[str, Any] = {
    "_": None,
    "gettext": None,
    "gettext_lazy": None,
    "gettext_noop": None,
    "ngettext": (1, 2),
    "ngettext_lazy": (1, 2),
    "pgettext": ((1, "c"), 2),
    "pgettext_lazy": ((1, "c"), 2),
    "npgettext": ((1, "c"), 2, 3),
}


def sources() -> Iterator[tuple[Path, str]]:
    """Give each file that may hold texts, with its content as Python that Babel can read."""
    for folder in CODE:
        for path in sorted((ROOT / folder).rglob("*.py")):
            if "migrations" not in path.parts:
                yield path, path.read_text()
    for path in sorted((ROOT / "templates").rglob("*")):
        if path.suffix in {".html", ".txt", ".xml"}:
            # Django turns a template into calls of gettext; indents would not be valid Python.
            lines = templatize(path.read_text(), origin=str(path)).splitlines()
            yield path, "\n".join(line.lstrip() for line in lines) + "\n"


def collect() -> Catalog:
    """Make a catalogue of all texts, each with the files it stands in."""
    catalog = Catalog(project="Wijkplein", charset="utf-8")
    for path, text in sources():
        found = extract("python", io.BytesIO(text.encode()), FUNCTIONS, ("Translators:",))
        for _line, message, comments, context in found:
            if message and message != ("", ""):
                place = [(str(path.relative_to(ROOT)), 0)]
                catalog.add(message, None, place, auto_comments=comments, context=context)
    return catalog


def po_path(language: str) -> Path:
    return LOCALE / language / "LC_MESSAGES" / "django.po"


def load(language: str) -> Catalog:
    """Read a catalogue; a language without one starts empty."""
    path = po_path(language)
    if not path.exists():
        return Catalog(
            locale=language,
            project="Wijkplein",
            version="1",
            header_comment=f"# Texts of Wijkplein in the language {language}.",
            msgid_bugs_address="see CONTRIBUTING.md",
            creation_date=BEGIN,
            revision_date=BEGIN,
            last_translator="Wijkplein",
            language_team="Wijkplein",
            fuzzy=False,
        )
    with path.open("rb") as file:
        return read_po(file, locale=language)


def as_po(catalog: Catalog) -> bytes:
    buffer = io.BytesIO()
    write_po(
        buffer, catalog, width=100, sort_output=True, ignore_obsolete=True, include_lineno=False
    )
    return buffer.getvalue()


def as_mo(catalog: Catalog) -> bytes:
    buffer = io.BytesIO()
    write_mo(buffer, catalog)
    return buffer.getvalue()


def renewed(language: str, texts: Catalog) -> Catalog:
    """Give a language's catalogue with exactly the texts that are in use now."""
    catalog = load(language)
    catalog.update(texts, no_fuzzy_matching=True, update_creation_date=False)
    return catalog


def wrong(catalog: Catalog) -> Iterable[str]:
    """Name translations that are unsure or have lost a placeholder."""
    for message in catalog:
        if message.id and message.fuzzy:
            yield f"unsure: {message.id!r}"
        if message.id and is_translated(message):
            yield from (f"{error}: {message.id!r}" for error in message.check(catalog))


def is_translated(message: Message) -> bool:
    parts = message.string if isinstance(message.string, tuple | list) else [message.string]
    return all(parts)


def update() -> int:
    texts = collect()
    for language in LANGUAGES:
        path = po_path(language)
        path.parent.mkdir(parents=True, exist_ok=True)
        catalog = renewed(language, texts)
        path.write_bytes(as_po(catalog))
        done = sum(is_translated(message) for message in catalog if message.id)
        print(f"{language}: {done} of {len(catalog)} texts translated")
    return 0


def compile_all() -> int:
    for language in LANGUAGES:
        po_path(language).with_suffix(".mo").write_bytes(as_mo(load(language)))
    return 0


def problems() -> Iterator[str]:
    """Say what a person forgot; silence means that the catalogues are in order."""
    texts = collect()
    for language in LANGUAGES:
        path = po_path(language)
        if not path.exists() or path.read_bytes() != as_po(renewed(language, texts)):
            yield f"{language}: texts were added or dropped since the last `make messages`"
            continue
        catalog = load(language)
        yield from (f"{language}: {problem}" for problem in wrong(catalog))
        mo = path.with_suffix(".mo")
        if not mo.exists() or mo.read_bytes() != as_mo(catalog):
            yield f"{language}: {mo.name} is not what {path.name} gives; run `make messages`"


def check() -> int:
    found = list(problems())
    print("\n".join(found) or f"catalogues in order: {', '.join(LANGUAGES)}")
    return 1 if found else 0


if __name__ == "__main__":
    actions = {"update": update, "compile": compile_all, "check": check}
    if len(sys.argv) != 2 or sys.argv[1] not in actions:
        sys.exit(__doc__)
    sys.exit(actions[sys.argv[1]]())
