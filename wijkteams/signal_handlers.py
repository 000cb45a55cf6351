"""Answers to Wagtail's own events."""

from __future__ import annotations

import json
from typing import Any

from django.core.exceptions import PermissionDenied
from django.db.models import Model
from django.db.models.signals import pre_save
from wagtail.images import get_image_model
from wagtail.models import Page
from wagtail.signals import post_page_move
from wagtail_localize.models import SegmentOverride

from core.page_forms import may_choose
from wijkteams import workflow_mail
from wijkteams.models.pages import InWijk, wijk_id_of_path


def keep_wijk_after_move(sender: type[Page], instance: Page, **kwargs: Any) -> None:
    """A branch that was moved to another ward belongs to that ward from now on."""
    wijk_id = wijk_id_of_path(instance.path)
    for model in InWijk.__subclasses__():
        model.objects.filter(path__startswith=instance.path).update(wijk_id=wijk_id)  # type: ignore[attr-defined]


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


def connect() -> None:
    """Listen to Wagtail's events."""
    post_page_move.connect(keep_wijk_after_move, dispatch_uid="wijkteams.keep_wijk_after_move")
    pre_save.connect(
        refuse_foreign_override,
        sender=SegmentOverride,
        dispatch_uid="wijkteams.refuse_foreign_override",
    )
    workflow_mail.connect()
