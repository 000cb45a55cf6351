"""What a field shows of the picture, document or page that was chosen.

Wagtail looks up whatever number is sent, and a form that comes back with a mistake shows its
title and picture: also of another ward. The number stays, so that nothing gets lost.
"""

from __future__ import annotations

from functools import wraps
from typing import Any

from django.utils.translation import gettext as _
from wagtail.admin.forms.choosers import URLOrAbsolutePathValidator
from wagtail.admin.widgets import AdminPageChooser
from wagtail.admin.widgets.chooser import BaseChooser
from wagtail.documents.widgets import AdminDocumentChooser
from wagtail.images.widgets import AdminImageChooser
from wagtail.models import Page
from wagtail.permissions import policy_registry

from core.looker import looker
from wijkteams.membership import membership_of
from wijkteams.models import Document, Image, WijkPage
from wijkteams.page_chooser import choosable

CHOOSERS = (AdminImageChooser, AdminDocumentChooser, AdminPageChooser)


def may_be_shown(instance: Any, user: Any) -> bool:
    """Whether this user may see what a field holds; outside the CMS nobody asks."""
    if user is None or membership_of(user).is_city:
        return True
    if isinstance(instance, Page):
        return choosable(Page.objects.filter(pk=instance.pk), user).exists()
    if isinstance(instance, (Image, Document)):
        policy = policy_registry.get_by_type(type(instance))
        is_own = policy.user_has_any_permission_for_instance(user, ["choose", "change"], instance)
        return bool(is_own) or instance.wijk_id is None
    return True


def _careful(original: Any) -> Any:
    @wraps(original)
    def get_value_data_from_instance(widget: Any, instance: Any) -> dict[str, Any]:
        if may_be_shown(instance, looker()):
            shown: dict[str, Any] = original(widget, instance)
            if isinstance(instance, WijkPage):  # not above it, among all wards of the city
                shown["parent_id"] = instance.pk
            return shown
        title = _("Van een andere wijk")
        hidden = {"id": instance.pk, "edit_url": None, widget.display_title_key: title}
        return {**hidden, "preview": {"url": "", "width": 0, "height": 0}, "parent_id": None}

    return get_value_data_from_instance


def _numbers_only(original: Any) -> Any:
    @wraps(original)
    def get_instance(widget: Any, value: Any) -> Any:
        try:
            return original(widget, value)
        except (ValueError, TypeError, OverflowError):  # no number, or one that no row can have
            return None

    return get_instance


def _is_absolute_path(value: str | None) -> bool:
    return (value or "").startswith("/")


def narrow() -> None:
    """Make Wagtail's choosers careful; called once, by the guard."""
    # Of a link that was left empty Wagtail asks whether it begins with a slash.
    URLOrAbsolutePathValidator.is_absolute_path = staticmethod(_is_absolute_path)
    BaseChooser.get_instance = _numbers_only(BaseChooser.get_instance)
    for chooser in CHOOSERS:
        name = "get_value_data_from_instance"
        setattr(chooser, name, _careful(getattr(chooser, name)))
