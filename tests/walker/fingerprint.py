"""All rows and files of a ward, to compare before and after somebody tried something."""

from __future__ import annotations

import json
from collections.abc import Iterable
from typing import Any

from django.apps import apps
from django.contrib.contenttypes.models import ContentType
from django.core.files.storage import storages
from django.core.serializers import serialize
from django.db.models import CharField, ForeignKey, Model, Q
from wagtail.models import Page

from tests.walker.world import Ward

Rows = dict[type[Model], set[Any]]
NOT_OF_A_WARD = {"sessions", "contenttypes", "django_tasks_db", "auth"}
# Everything points to these: whoever asks for them gets the whole city.
SHARED = {"locale", "contenttype", "site", "collection", "tag", "string", "translationcontext"}


def fingerprint(ward: Ward) -> dict[str, Any]:
    """Each table's rows that belong to the ward, or point to something of it; and its files."""
    rows = _rows_of(ward)
    found: dict[str, Any] = {
        model._meta.label: sorted(_lines(model, pks))
        for model, pks in sorted(rows.items(), key=lambda item: item[0]._meta.label)
    }
    media = [*ward.images, *ward.documents]
    found["files"] = [storages["private"].open(item.file.name).read() for item in media]
    return found


def changes(before: dict[str, Any], after: dict[str, Any]) -> list[str]:
    """What differs, in words."""
    found = []
    for table in sorted(before.keys() | after.keys()):
        old, new = (set(map(str, state.get(table, []))) for state in (before, after))
        found += [f"{table}: {sorted(old ^ new)}"] if old != new else []
    return found


def _lines(model: type[Model], pks: Iterable[Any]) -> list[str]:
    """Each row as text, with all its values."""
    rows = model._base_manager.filter(pk__in=list(pks))
    return [json.dumps(row, sort_keys=True) for row in json.loads(serialize("json", rows))]


def _rows_of(ward: Ward) -> Rows:
    """The ward, its pages and its people, and whatever points to them, and to that, and so on."""
    front = Page.objects.get(pk=ward.pages["voorpagina"].pk)
    pages = Page.objects.filter(Q(path__startswith=front.path) | Q(path__startswith=_abroad(front)))
    found: Rows = {
        type(ward.wijk): {ward.wijk.pk},
        Page: set(pages.values_list("pk", flat=True)),
        type(next(iter(ward.people.values()))): {user.pk for user in ward.people.values()},
    }
    waiting = list(found)
    while waiting:
        target = waiting.pop()
        for model in _models():
            new = _pointing(model, target, found[target]) - found.get(model, set())
            if new:
                found.setdefault(model, set()).update(new)
                waiting.append(model)
    return found


def _abroad(front: Page) -> str:
    translated = front.get_translations().first()
    return translated.path if translated else front.path


def _models() -> list[type[Model]]:
    return [
        model
        for model in apps.get_models()
        if model._meta.app_label not in NOT_OF_A_WARD and model._meta.model_name not in SHARED
    ]


def _pointing(model: type[Model], target: type[Model], pks: set[Any]) -> set[Any]:
    """The rows of a model that point to one of these, by a key or by type and number."""
    found: set[Any] = set()
    names = {field.name for field in model._meta.get_fields()}
    for key in model._meta.get_fields():
        if isinstance(key, ForeignKey) and key.related_model is target:
            rows = model._base_manager.filter(**{f"{key.name}__in": list(pks)})
            found |= set(rows.values_list("pk", flat=True))
    if {"content_type", "object_id"} <= names:
        kind = ContentType.objects.get_for_model(target)
        asked = (
            Q(content_type=kind) | Q(base_content_type=kind)
            if "base_content_type" in names
            else Q(content_type=kind)
        )
        is_text = isinstance(model._meta.get_field("object_id"), CharField)
        numbers = [str(pk) for pk in pks if is_text or str(pk).isdigit()]
        rows = model._base_manager.filter(asked, object_id__in=numbers)
        found |= set(rows.values_list("pk", flat=True))
    return found
