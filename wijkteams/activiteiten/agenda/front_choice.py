"""What stands first on a front page is chosen by editors (requirement A8)."""

from __future__ import annotations

from typing import Any

from core.page_forms import PageForm
from wijkteams.membership import membership_of
from wijkteams.models.pages import wijk_id_of_path

WARD, CITY = "voorop", "voorop_stad"


class FrontChoiceForm(PageForm):
    """Asks about the front page only whoever may publish there.

    What somebody else sends along does not count: what an editor chose stays as it is.
    """

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        place = self.parent_page or self.instance
        wijk_id = wijk_id_of_path(place.path) if place.path else None
        membership = membership_of(self.for_user)
        if wijk_id is None or not membership.may_for(wijk_id, "pages", "publish"):
            self.fields.pop(WARD, None)
        if not membership.may_for(None, "pages", "publish"):
            self.fields.pop(CITY, None)
