"""Which signals stand in a public list, and in which order."""

from __future__ import annotations

from typing import TYPE_CHECKING

from core import page_cache
from wijkteams.signalen.models import Signaal
from wijkteams.signalen.openbaar.links import on_the_site
from wijkteams.signalen.openbaar.shown import FIELDS

if TYPE_CHECKING:
    from wijkteams.models import Wijk
    from wijkteams.signalen.models.querysets import SignaalQuerySet


def of_ward(wijk: Wijk | None) -> SignaalQuerySet:
    """The public signals of a ward, or of all public wards. The answer that is made shows them."""
    page_cache.shows(key_of(wijk.pk if wijk is not None else None))
    if wijk is not None:
        return Signaal.objects.openbaar().filter(wijk=wijk)
    return on_the_site()


def newest(rows: SignaalQuerySet) -> SignaalQuerySet:
    """The last one that was told in front, with only what the public sees of it."""
    near = rows.select_related("wijk", "buurt", "categorie").only(*FIELDS)
    return near.order_by("-gemeld_op", "-pk")


def key_of(wijk_id: int | None) -> str:
    """What kept answers say that they show: the signals of a ward, or of the city."""
    return f"signalen:{wijk_id or 'stad'}"


def key_of_signal(code: str) -> str:
    """The same for the page of one."""
    return f"signaal:{code}"
