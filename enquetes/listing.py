"""How surveys stand in lists: with their moments, and how far they are."""

from __future__ import annotations

from collections.abc import Iterable
from typing import TYPE_CHECKING

from django.utils.translation import gettext_lazy as _

from wijkteams.vermeldingen.registry import Details, register_kind

if TYPE_CHECKING:
    from enquetes.models import Enquete, EnquetePage

ENQUETE = "enquete"
LEFT_ON_PAGE = "_enquete_of_row"


def as_vermelding(page: EnquetePage) -> Iterable[Details]:
    """A survey by its moments. What was published counts, also for a translation of it."""
    from enquetes.models import Enquete

    if LEFT_ON_PAGE not in page.__dict__:
        prepare([page])
    enquete: Enquete | None = page.__dict__.pop(LEFT_ON_PAGE)
    if enquete is None:  # being published for the first time
        enquete = Enquete(is_live=True, opens_at=page.opens_at, closes_at=page.closes_at)
    yield Details(
        starts_at=enquete.opens_at or page.first_published_at,
        ends_at=enquete.closes_at,
        status=enquete.stand(),
    )


def prepare(pages: list[EnquetePage]) -> None:
    """Read the identities of many pages at once, and leave them on the pages."""
    from enquetes.models import Enquete

    keys = {page.translation_key for page in pages}
    found = {one.translation_key: one for one in Enquete.objects.filter(translation_key__in=keys)}
    for page in pages:
        page.__dict__[LEFT_ON_PAGE] = found.get(page.translation_key)


def register_kinds() -> None:
    """Called when the app is ready."""
    from enquetes.models import EnqueteIndexPage, EnquetePage

    register_kind(ENQUETE, EnquetePage, _("Enquête"), as_vermelding, prepare=prepare, ages=True)
    register_kind("enquetes", EnqueteIndexPage, _("Enquêtes"))
