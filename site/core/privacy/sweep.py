"""The broom behind all declarations: links to an account, and texts that name a person, anywhere.

Wagtail keeps what was ever typed in revisions, logs and half-filled forms; here nothing is asked
of each of them, all columns of all tables are looked through.
"""

from __future__ import annotations

import json
from collections.abc import Iterator
from typing import Any

from django.apps import apps
from django.contrib.auth import get_user_model
from django.db import models
from django.db.models import Q
from django.db.models.functions import Cast
from wagtail.fields import StreamField
from wagtail.search import index

from core.privacy.person import REMOVED, Person

_SKIPPED_APPS = {"contenttypes", "auth", "sessions", "wagtailsearch", "migrations"}
_JSON_FIELDS = (models.JSONField, StreamField)
_USER_KEYS = {"owner", "locked_by", "user", "resolved_by"}


def user_links() -> Iterator[tuple[type[models.Model], models.ForeignKey[Any, Any]]]:
    """Every column that points at an account."""
    for model in apps.get_models(include_auto_created=True):
        for field in model._meta.local_fields:
            if isinstance(field, models.ForeignKey) and field.related_model is get_user_model():
                yield model, field


def forget_links(person: Person) -> int:
    """Empty all links to the account; rows that cannot do without it go with the account."""
    if person.user_id is None:
        return 0
    return sum(
        model._base_manager.filter(**{field.attname: person.user_id}).update(
            **{field.attname: None}
        )
        for model, field in user_links()
        if field.null
    )


def linked_rows(person: Person) -> list[dict[str, Any]]:
    """What an account made or did, wherever."""
    if person.user_id is None:
        return []
    return [
        {
            "soort": str(model._meta.verbose_name),
            "rol": field.name,
            "wat": str(row),
            "nummer": row.pk,
        }
        for model, field in user_links()
        for row in model._base_manager.filter(**{field.attname: person.user_id})
    ]


def mentions(person: Person) -> Iterator[tuple[Any, str]]:
    """Rows and columns in which the address or the full name of a person stands."""
    for model in apps.get_models():
        if model._meta.app_label in _SKIPPED_APPS or not model._meta.managed:
            continue
        if getattr(model, "made_anew", False):  # from what is looked through here
            continue
        for field in model._meta.local_fields:
            if isinstance(field, (models.CharField, models.TextField, *_JSON_FIELDS)):
                yield from ((row, field.name) for row in _rows_with(model, field, person))


def _rows_with(
    model: type[models.Model], field: models.Field[Any, Any], person: Person
) -> list[Any]:
    query = Q()
    for needle in person.needles:
        # JSON may be stored with or without escapes, depending on the database.
        for form in {needle, json.dumps(needle)[1:-1]}:
            query |= Q(_text__icontains=form)
    rows = model._base_manager.annotate(_text=Cast(field.name, models.TextField())).filter(query)
    return [row for row in rows if person.pattern.search(_as_text(row, field.name))]


def _raw(row: Any, name: str) -> Any:
    value = getattr(row, name)
    return list(value.raw_data) if hasattr(value, "raw_data") else value


def _as_text(row: Any, name: str) -> str:
    value = _raw(row, name)
    return value if isinstance(value, str) else json.dumps(value, ensure_ascii=False, default=str)


def around(row: Any, name: str, person: Person, width: int = 60) -> list[str]:
    """The words around each place where the person stands in a field."""
    text = _as_text(row, name)
    return [
        text[max(0, match.start() - width) : match.end() + width]
        for match in person.pattern.finditer(text)
    ]


def scrub_texts(person: Person) -> int:
    """Take address and full name out of every text; count the fields that held them."""
    touched: dict[tuple[type[models.Model], Any], Any] = {}
    count = 0
    for row, name in list(mentions(person)):
        value = scrubbed(_raw(row, name), person)
        if isinstance(row._meta.get_field(name), models.EmailField):
            value = ""
        type(row)._base_manager.filter(pk=row.pk).update(**{name: value})
        touched[type(row), row.pk] = row
        count += 1
    for model, pk in touched:
        if issubclass(model, index.Indexed):
            index.insert_or_update_object(model._base_manager.get(pk=pk))
    return count


def scrubbed(value: Any, person: Person) -> Any:
    """The value without the person; a card with their address loses name and number too."""
    if isinstance(value, str):
        if value[:1] in "[{" and value[:1]:
            try:
                return json.dumps(scrubbed(json.loads(value), person))
            except ValueError:
                pass
        return person.pattern.sub(REMOVED, value)
    if isinstance(value, list):
        return [scrubbed(item, person) for item in value]
    if isinstance(value, dict):
        is_card = str(value.get("email") or "").lower() == person.email
        return {key: _scrubbed_item(key, item, person, is_card) for key, item in value.items()}
    return value


def _scrubbed_item(key: str, item: Any, person: Person, is_card: bool) -> Any:
    if is_card and key in {"email", "name", "phone"}:
        return ""
    if key in _USER_KEYS and person.user_id is not None and item == person.user_id:
        return None
    return scrubbed(item, person)
