"""Wagtail's events that surveys follow."""

from __future__ import annotations

from typing import Any

from wagtail.models import Page
from wagtail.signals import page_published, page_unpublished, post_page_move

from core.tree import branch
from enquetes import publishing
from enquetes.bus.clock import empty_the_bus
from enquetes.bus.services import is_due
from enquetes.models import Enquete, EnquetePage
from enquetes.overzicht.services import refresh
from enquetes.papier import public


def connect() -> None:
    """Listen from now on."""
    page_published.connect(_published, sender=EnquetePage, dispatch_uid="enquetes.published")
    page_unpublished.connect(_unpublished, sender=EnquetePage, dispatch_uid="enquetes.unpublished")
    post_page_move.connect(_moved, dispatch_uid="enquetes.moved")


def _published(sender: Any, instance: EnquetePage, **kwargs: Any) -> None:
    publishing.publish(instance)
    _show(instance)
    _open_what_may_be_opened(instance)
    public.ask_for_forms(instance)


def _unpublished(sender: Any, instance: EnquetePage, **kwargs: Any) -> None:
    publishing.withdraw(instance)
    _show(instance)


def _moved(sender: Any, instance: Page, **kwargs: Any) -> None:
    """To another ward: from now on its answers are for that team, and for the old one no more."""
    for page in EnquetePage.objects.filter(branch(instance.path)):
        publishing.move(page)


def _open_what_may_be_opened(page: EnquetePage) -> None:
    """When the closing was put earlier nobody waits for the clock: the team wants the results."""
    enquete = Enquete.objects.of_page(page).first()
    if enquete is not None and is_due(enquete):
        empty_the_bus.enqueue()


def _show(page: EnquetePage) -> None:
    """Rows were written when the page was saved, which is before the survey itself changed."""
    enquete = Enquete.objects.of_page(page).first()
    if enquete is not None:
        refresh(enquete)
