"""Keeping times right, whatever screen or command changes a page."""

from __future__ import annotations

from typing import Any

from django.db.models.signals import post_save, pre_delete
from wagtail.models import Page
from wagtail.signals import post_page_move

from core.draft_fields import as_saved
from core.tree import branch
from wijkteams.activiteiten.keren.languages import follow, lead
from wijkteams.activiteiten.keren.publishing import publish, speaker_of, withdraw
from wijkteams.activiteiten.keren.signals import activiteit_goes
from wijkteams.activiteiten.models import Activiteit, ActiviteitPage
from wijkteams.models.pages import wijk_id_of_path


def _saved(
    instance: ActiviteitPage, raw: bool = False, update_fields: Any = None, **kwargs: Any
) -> None:
    saved = None if raw else as_saved(instance, update_fields)
    if saved is None:
        return
    instance = saved
    speaker = speaker_of(instance)
    if speaker is not None and speaker.pk != instance.pk:
        follow(instance, speaker)
    elif instance.live:
        publish(instance)
        lead(instance)
    else:
        withdraw(instance)


def _goes(instance: ActiviteitPage, **kwargs: Any) -> None:
    """With the last page goes the activity; until then another language speaks."""
    others = ActiviteitPage.objects.filter(translation_key=instance.translation_key)
    if others.exclude(pk=instance.pk).exists():
        return
    activiteit = Activiteit.objects.of_page(instance).first()
    if activiteit is not None:
        activiteit_goes.send(Activiteit, activiteit=activiteit)
        activiteit.delete()


def _moved(instance: Page, **kwargs: Any) -> None:
    """A branch that went to another ward takes its activities along."""
    pages = ActiviteitPage.objects.filter(branch(instance.path))
    Activiteit.objects.filter(translation_key__in=pages.values("translation_key")).update(
        wijk_id=wijk_id_of_path(instance.path)
    )


def connect() -> None:
    """Listen; before the listing rows do, which are made of the times."""
    post_save.connect(_saved, sender=ActiviteitPage, dispatch_uid="activiteiten.saved")
    pre_delete.connect(_goes, sender=ActiviteitPage, dispatch_uid="activiteiten.goes")
    post_page_move.connect(_moved, dispatch_uid="activiteiten.moved")
