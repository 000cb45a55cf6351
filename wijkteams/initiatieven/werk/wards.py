"""Choosing a ward above a list."""

from __future__ import annotations

from typing import Any

from django.utils.translation import gettext as _

from wijkteams.membership import membership_of
from wijkteams.models import Wijk
from wijkteams.row_access import within
from wijkteams.ward_picker import MOST_IN_A_LIST, search_among_many


def offer_wards(field: Any, user: Any, action: str) -> int | None:
    """Let a field offer the wards in which the user may do this; gives it when there is but one."""
    own = membership_of(user).wards_with("rows", action)
    field.queryset = Wijk.objects.filter(within(user, action, "pk")).order_by("name")
    field.empty_label = _("Alle wijken waar je bij mag")
    if not own or None in own or len(own) > MOST_IN_A_LIST:
        search_among_many(field)
    return next(iter(own)) if len(own) == 1 else None
