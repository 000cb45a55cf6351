"""What the dashboard says of what was reported; nothing when nothing waits."""

from __future__ import annotations

from typing import Any

from django.utils import timezone
from wagtail.admin.ui.components import Component

from wijkteams.membership import membership_of
from wijkteams.moderatie.beheer.screen import PATIENCE, VIEW
from wijkteams.moderatie.models import Herziening, Inhoudsmelding
from wijkteams.row_access import within


class ReportedPanel(Component):
    """Only for who moderates."""

    name = "moderatie"
    template_name = "moderatie/beheer/paneel.html"
    order = 22

    def get_context_data(self, parent_context: Any = None) -> dict[str, Any]:
        user = parent_context["request"].user
        if not membership_of(user).may("rows", VIEW):
            return {"shown": False}
        waits = Inhoudsmelding.objects.filter(within(user, VIEW), gesloten_op=None)
        number = waits.count()
        reviews = Herziening.objects.filter(within(user, VIEW), uitkomst="").count()
        late = 0
        if number:
            late = waits.filter(gemeld_op__lt=timezone.now() - PATIENCE).count()
        shown = bool(number or reviews)
        return {"shown": shown, "number": number, "late": late, "reviews": reviews}
