"""What stands on paper, for tests."""

from __future__ import annotations

from io import BytesIO

from pypdf import PdfReader

from wijkteams.activiteiten.models import Drukwerk


def pages_of(row: Drukwerk) -> list[str]:
    """The words of each page."""
    row.refresh_from_db()
    with row.file.open("rb") as file:
        reader = PdfReader(BytesIO(file.read()))
    return [" ".join(page.extract_text().split()) for page in reader.pages]
