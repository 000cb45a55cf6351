"""Which fields look as if they hold something about a person; a test guards the register so."""

from __future__ import annotations

import re
from collections.abc import Iterable

from django.contrib.auth import get_user_model
from django.db.models import Field, Model

from core.privacy.register import declared_fields

_LOOKS_PERSONAL = re.compile(
    r"(^|_)(e?mail|phone|telefoon|first_name|last_name|ip|ip_address|token|token_hash|key_hash"
    r"|photographer|credit|author_name|password|avatar|session_data|args_kwargs|user_agent)($|_)"
    r"|^(name|naam|voornaam|achternaam|adres|address|street|straat|birthday|geboortedatum)$"
)


def looks_personal(field: Field[object, object]) -> bool:
    """A link to a user, or a name that promises something about a person."""
    if field.is_relation:
        related = field.related_model
        return isinstance(related, type) and issubclass(related, get_user_model())
    return bool(_LOOKS_PERSONAL.search(field.name))


def undeclared(models: Iterable[type[Model]]) -> list[str]:
    """The fields of these models that look personal and that nobody declared."""
    declared = declared_fields()
    return sorted(
        f"{model._meta.label}.{field.name}"
        for model in models
        for field in (*model._meta.local_fields, *model._meta.local_many_to_many)
        if looks_personal(field) and (model._meta.label, field.name) not in declared
    )
