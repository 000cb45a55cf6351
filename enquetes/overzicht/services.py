"""Letting lists and pages follow what happened to a survey."""

from __future__ import annotations

from typing import TYPE_CHECKING

from django.db.models import QuerySet

from core import page_cache
from enquetes.models import EnquetePage
from wijkteams.vermeldingen.events import refresh as refresh_rows

if TYPE_CHECKING:
    from enquetes.models import Enquete


def refresh(enquete: Enquete) -> None:
    """After a change of its moments or its results: in every language, rows and kept answers."""
    pages = list(_faces(enquete).values_list("pk", flat=True))
    refresh_rows(pages)
    page_cache.drop(*(f"pagina:{pk}" for pk in pages))


def counted(enquete: Enquete) -> None:
    """After more answers: only what says how many there are."""
    page_cache.drop(*(f"pagina:{pk}" for pk in _faces(enquete).values_list("pk", flat=True)))


def _faces(enquete: Enquete) -> QuerySet[EnquetePage]:
    return EnquetePage.objects.live().filter(translation_key=enquete.translation_key)
