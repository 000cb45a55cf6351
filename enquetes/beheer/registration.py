"""What this room tells when the app is ready: who may come near its screens."""

from __future__ import annotations

from collections.abc import Collection
from typing import TYPE_CHECKING

from wijkteams.guard import OPEN, asks, declare
from wijkteams.guard.questions import Words, own, own_page

if TYPE_CHECKING:
    from accounts.models import User

OF_A_PAGE = ("een", "paden", "proefrit")
OF_A_LIST = ("maak", "nieuw")


def own_survey(user: User, pks: Collection[int], words: Words) -> bool:
    """Whether each is a survey of a ward of the user: also of who only types in paper there."""
    from enquetes.beheer.access import is_own
    from enquetes.models import EnquetePage

    return all(is_own(user, page.wijk_id) for page in EnquetePage.objects.filter(pk__in=pks))


def register_making() -> None:
    """Called when the app is ready."""
    declare(
        {
            "enquetes:index": OPEN,  # its view lists those of the own wards
            **{f"enquetes:{name}": asks({"page_id": own_survey}) for name in OF_A_PAGE},
            **{f"enquetes:{name}": asks({"index_id": own_page()}) for name in OF_A_LIST},
            "enquetes:sluiten": asks({"pk": own("enquetes.Enquete")}),
        }
    )
