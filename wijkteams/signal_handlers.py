"""Answers to Wagtail's own events."""

from __future__ import annotations

import json
from typing import Any

from django.apps import apps
from django.core.exceptions import PermissionDenied
from django.db.models import Model, Q, QuerySet
from django.db.models.signals import post_delete, post_save, pre_save
from wagtail.images import get_image_model
from wagtail.models import Page
from wagtail.signals import post_page_move
from wagtail_localize.models import SegmentOverride

from core.page_forms import may_choose
from core.search.renewal import ask_anew
from core.security.events import RIGHTS, tell
from core.tree import branch
from wijkteams import address_changes, workflow_mail
from wijkteams.models.lidmaatschap import Lidmaatschap
from wijkteams.models.pages import InWijk, wijk_id_of_path


def keep_wijk_after_move(sender: type[Page], instance: Page, **kwargs: Any) -> None:
    """A branch that was moved to another ward belongs to that ward from now on."""
    wijk_id = wijk_id_of_path(instance.path)
    same = Q(wijk=None) if wijk_id is None else Q(wijk_id=wijk_id)
    moved = 0
    for model in apps.get_models():
        if not issubclass(model, InWijk):
            continue
        pages: QuerySet[Any] = model.objects.filter(branch(instance.path))  # type: ignore[attr-defined]
        moved += pages.exclude(same).update(wijk_id=wijk_id)
    if moved:
        ask_anew(branch(instance.path))  # the index tells the ward of each page


def refuse_foreign_override(sender: type[Model], instance: Any, **kwargs: Any) -> None:
    """A translation may show another picture than its source, but only one of the own ward.

    wagtail-localize takes any number that is posted. Raises PermissionDenied.
    """
    if not instance.context.path.endswith("image") or instance.last_translated_by is None:
        return
    value = json.loads(instance.data_json)
    if value and not (
        str(value).isdigit() and may_choose(instance.last_translated_by, get_image_model(), value)
    ):
        raise PermissionDenied


def tell_of_rights(sender: type[Model], instance: Any, **kwargs: Any) -> None:
    """Somebody got, changed or lost a role: by number, the log holds no names."""
    what = "gemaakt" if kwargs.get("created") else "gewijzigd"
    tell(
        RIGHTS,
        what=what if "created" in kwargs else "weg",
        account=instance.user_id,
        wijk=instance.wijk_id,
        rol=instance.rol,
    )


def connect() -> None:
    """Listen to Wagtail's events."""
    post_page_move.connect(keep_wijk_after_move, dispatch_uid="wijkteams.keep_wijk_after_move")
    pre_save.connect(
        refuse_foreign_override,
        sender=SegmentOverride,
        dispatch_uid="wijkteams.refuse_foreign_override",
    )
    for signal in (post_save, post_delete):
        signal.connect(
            tell_of_rights,
            sender=Lidmaatschap,
            dispatch_uid=f"wijkteams.tell_of_rights.{id(signal)}",
        )
    workflow_mail.connect()
    address_changes.connect()
