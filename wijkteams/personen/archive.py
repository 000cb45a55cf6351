"""The zip that a person gets who asks what is kept: one JSON, and the files."""

from __future__ import annotations

import json
import zipfile
from io import BytesIO
from pathlib import PurePath

from core.privacy.engine import export_person, files_of
from core.privacy.person import Person


def zip_of(person: Person) -> bytes:
    """Made in memory; nothing of it touches the disk."""
    found = export_person(person.email, person.also)
    output = BytesIO()
    with zipfile.ZipFile(output, "w", zipfile.ZIP_DEFLATED) as package:
        text = json.dumps(found, ensure_ascii=False, indent=2, default=str)
        package.writestr("gegevens.json", text)
        for name, file in files_of(person):
            with file.open("rb") as content:
                ending = PurePath(file.name or "").suffix
                package.writestr(f"bestanden/{name}{ending}", content.read())
    return output.getvalue()
