"""Who fits a condition on memberships."""

from __future__ import annotations

from typing import TYPE_CHECKING

from django.contrib.auth import get_user_model
from django.db.models import Q, QuerySet

if TYPE_CHECKING:
    from accounts.models import User


def users_matching(query: Q, *, include_superusers: bool) -> QuerySet[User]:
    """The active users of whom a condition holds."""
    if include_superusers:
        query |= Q(is_superuser=True)
    return get_user_model().objects.filter(query, is_active=True).distinct()
