"""Wagtail's permissions, derived from Lidmaatschap. No groups, no collections (besluit 0004)."""

from .backend import ADMIN, CITY_SETTINGS, SUBMIT_TRANSLATION, LidmaatschapBackend
from .media import WijkMediaPolicy
from .pages import PagePermission, WijkPagePolicy, page_policy
from .registration import register_policies
from .rows import WijkPolicy, WijkRowPolicy

__all__ = [
    "ADMIN",
    "CITY_SETTINGS",
    "SUBMIT_TRANSLATION",
    "LidmaatschapBackend",
    "PagePermission",
    "WijkMediaPolicy",
    "WijkPagePolicy",
    "WijkPolicy",
    "WijkRowPolicy",
    "page_policy",
    "register_policies",
]
