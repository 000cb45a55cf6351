"""The few rights that Wagtail does not ask a policy about."""

from __future__ import annotations

from typing import Any

from django.contrib.auth.backends import BaseBackend
from django.db.models import Model

from wijkteams.membership import membership_of

ADMIN = "wagtailadmin.access_admin"
SUBMIT_TRANSLATION = "wagtail_localize.submit_translation"
CITY_SETTINGS = "core.change_stadinstellingen"
AGENDA_SETTINGS = "activiteiten.change_agendainstellingen"


class LidmaatschapBackend(BaseBackend):
    """Answers `has_perm` for the few rights that Wagtail does not ask a policy about."""

    def has_perm(self, user_obj: Any, perm: str, obj: Model | None = None) -> bool:
        return perm in self.get_all_permissions(user_obj, obj)

    def get_all_permissions(self, user_obj: Any, obj: Model | None = None) -> set[str]:
        membership = membership_of(user_obj)
        found = {ADMIN} if membership.roles else set()
        if membership.may("pages", "change"):
            found.add(SUBMIT_TRANSLATION)
        if membership.may("rows", "settings.change"):
            found |= {CITY_SETTINGS, AGENDA_SETTINGS}
        return found
