"""The words above a list of pictures or documents: only those of one's own wards.

Wagtail shows the ten most used words of all.
"""

from __future__ import annotations

from typing import Any

from django.db.models import Count, QuerySet
from taggit.models import Tag
from wagtail.admin import filters
from wagtail.images.views import chooser
from wagtail.permissions import policy_registry

from core.looker import looker


def tags_on_own(model: Any, user: Any) -> QuerySet[Tag]:
    """The words on rows of this model that the user has any right on."""
    policy = policy_registry.get_by_type(model)
    rows = policy.instances_user_has_any_permission_for(user, ["add", "change", "choose"])
    return Tag.objects.filter(
        taggit_taggeditem_items__content_type__app_label=model._meta.app_label,
        taggit_taggeditem_items__content_type__model=model._meta.model_name,
        taggit_taggeditem_items__object_id__in=rows.values("pk"),
    )


def popular_tags_for_model(model: Any, count: int = 10) -> QuerySet[Tag]:
    """As Wagtail's function of this name, for whoever looks; for nobody: none."""
    user = looker()
    if user is None:
        return Tag.objects.none()
    found = tags_on_own(model, user).annotate(used=Count("taggit_taggeditem_items"))
    return found.order_by("-used", "name")[:count]


def narrow() -> None:
    """Let Wagtail's lists ask here; called once, by the guard."""
    filters.popular_tags_for_model = popular_tags_for_model
    chooser.popular_tags_for_model = popular_tags_for_model
