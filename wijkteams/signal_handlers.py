"""Answers to Wagtail's own events."""

from __future__ import annotations

from typing import Any

from wagtail.models import Page
from wagtail.signals import post_page_move

from wijkteams import workflow_mail
from wijkteams.models.pages import InWijk, wijk_id_of_path


def keep_wijk_after_move(sender: type[Page], instance: Page, **kwargs: Any) -> None:
    """A branch that was moved to another ward belongs to that ward from now on."""
    wijk_id = wijk_id_of_path(instance.path)
    for model in InWijk.__subclasses__():
        model.objects.filter(path__startswith=instance.path).update(wijk_id=wijk_id)  # type: ignore[attr-defined]


def connect() -> None:
    """Listen to Wagtail's events."""
    post_page_move.connect(keep_wijk_after_move, dispatch_uid="wijkteams.keep_wijk_after_move")
    workflow_mail.connect()
