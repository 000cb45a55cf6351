"""The index follows each page in the same transaction, so that search never shows an older text.

Wagtail would put a task in the queue for each save; until it is done, what an editor took out of a
page would still be found, with the words around it (docs/besluiten/0013-zoeken.md). Pictures,
documents and accounts are left to Wagtail's task: only the CMS looks for those.
"""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

from django.apps import apps
from django.db.models.signals import post_delete, post_save
from wagtail.search.backends import get_search_backend
from wagtail.search.index import FilterField

from core.models import BasePage


def connect() -> None:
    """Follow all types of pages."""
    for model in apps.get_models():
        if issubclass(model, BasePage):
            uid = f"search.{model._meta.label}"
            post_save.connect(_saved, sender=model, dispatch_uid=uid)
            post_delete.connect(_deleted, sender=model, dispatch_uid=uid)


def _saved(
    instance: Any, raw: bool = False, update_fields: Iterable[str] | None = None, **kwargs: Any
) -> None:
    if raw:
        return
    if update_fields is not None:
        # What else the instance holds may be a draft, that is not saved and not for readers.
        if not _indexed(instance) & set(update_fields):
            return
        instance = type(instance)._base_manager.get(pk=instance.pk)
    get_search_backend().add(instance)


def _deleted(instance: Any, **kwargs: Any) -> None:
    get_search_backend().delete(instance)


def _indexed(page: Any) -> set[str]:
    """The fields from which an entry is made."""
    fields = [f for f in page.get_search_fields() if not isinstance(f, FilterField)]
    return {"locale", *(field.field_name for field in fields)}
