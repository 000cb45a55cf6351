"""Keeping rows right: whatever screen, command or task changes a page, its picture or its privacy.

Rows are written in the transaction of the change, so that they are there, or are not, together.
"""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

from django.apps import apps
from django.db import transaction
from django.db.models import Model
from django.db.models.signals import post_delete, post_migrate, post_save, pre_delete
from wagtail.models import Page, PageViewRestriction, Site
from wagtail.signals import post_page_move

from core.closed import closed_places
from core.draft_fields import as_saved
from core.pictures import made_picture, picture_of
from core.pictures.presets import PRESETS
from core.tree import HUB_DEPTH, branch
from wijkteams.listing import CARD
from wijkteams.models import Image, Rendition, Vermelding
from wijkteams.vermeldingen.closed import refresh_privacy
from wijkteams.vermeldingen.entry import Making, address_of
from wijkteams.vermeldingen.moving import change_addresses, moved
from wijkteams.vermeldingen.registry import kind_of
from wijkteams.vermeldingen.upgrade import fill_after_migrate
from wijkteams.vermeldingen.writing import write

SHOWN_OF_IMAGE = frozenset(
    {
        "file",
        "description",
        "consent",
        "consent_until",
        "consent_withdrawn",
        "focal_point_x",
        "focal_point_y",
        "focal_point_width",
        "focal_point_height",
    }
)
CARD_SPECS = frozenset(PRESETS[CARD].all_specs())


def keep(page: Page) -> None:
    """Make the rows of a page what they should be, now that it was saved."""
    specific = page if kind_of(page) is not None else page.specific
    if kind_of(specific) is None:
        return
    if specific.depth <= HUB_DEPTH:
        Site.clear_site_root_paths_cache()  # all addresses begin with that of the hub
    _see_to_picture(specific)
    changes = write([specific], Making(closed_places([specific.path])))
    for change in changes.changed:
        if "url" in change.columns and not change.row.occurrence:
            change_addresses(specific, change.row.url, change.entry.values["url"])
    if not specific.live:
        _follow_draft(specific)
    changes.drop_answers()


def _see_to_picture(page: Page) -> None:
    """Have at least the quick version of a picture: a list makes none."""
    image = getattr(page, "image", None)
    if image is None or not page.live:
        return
    for find in (made_picture, picture_of):
        image.__dict__.pop("prefetched_renditions", None)  # what was read before may be old
        if find(image, CARD, "") is not None:
            break
    image.__dict__.pop("prefetched_renditions", None)


def _follow_draft(page: Page) -> None:
    """What is published under a draft: a new address of the draft shows in no row of its own."""
    under = Vermelding.objects.filter(branch(page.path, "page__path")).exclude(page=page.pk)
    example = under.values_list("url", flat=True).first()
    address = address_of(page, Site.get_site_root_paths())
    if example and address and not example.startswith(address):
        old = "/".join(example.split("/")[: address.count("/")])
        change_addresses(page, f"{old}/", address)


@transaction.atomic
def refresh(pks: Iterable[int]) -> None:
    """The same for pages that were not just saved: read anew, and held until it is written."""
    from wijkteams.vermeldingen.rebuild import read_locked

    pages = read_locked(pks)
    making = Making(closed_places([page.path for page in pages]))
    write(pages, making).drop_answers()


def _saved(
    instance: Page, created: bool, raw: bool = False, update_fields: Any = None, **kwargs: Any
) -> None:
    if raw or (created and not instance.live):
        return
    saved = as_saved(instance, update_fields)
    if saved is None:
        return
    keep(saved)
    if update_fields is not None and {"alias_of", "alias_of_id"} & set(update_fields):
        refresh_privacy(instance)  # it follows no other page any more


def _restriction_changed(instance: PageViewRestriction, **kwargs: Any) -> None:
    page = Page.objects.filter(pk=instance.page_id).first()
    if page is not None:  # else it goes with its page
        refresh_privacy(page)


def _shown_on(image_id: int | None) -> list[int]:
    rows = Vermelding.objects.filter(image=image_id, page__isnull=False)
    return list(rows.values_list("page_id", flat=True).distinct())


def _image_saved(instance: Image, created: bool, update_fields: Any = None, **kwargs: Any) -> None:
    if not created and (update_fields is None or SHOWN_OF_IMAGE & set(update_fields)):
        refresh(_shown_on(instance.pk))


def _image_goes(instance: Image, **kwargs: Any) -> None:
    instance._was_shown_on = _shown_on(instance.pk)


def _image_gone(instance: Image, **kwargs: Any) -> None:
    refresh(instance.__dict__.pop("_was_shown_on", []))


def _rendition_changed(instance: Rendition, **kwargs: Any) -> None:
    if instance.filter_spec in CARD_SPECS:
        refresh(_shown_on(instance.image_id))


def _root_changed(**kwargs: Any) -> None:
    """Another address for everything: looked at in the background."""
    from wijkteams.vermeldingen.tasks import look_at_all

    look_at_all.enqueue()


def watch(model: type[Page]) -> None:
    """Keep the rows of this page type."""
    post_save.connect(_saved, sender=model, dispatch_uid=f"vermeldingen.{model._meta.label}")


def connect() -> None:
    """Listen to what happens to pages, to who may read them, to pictures, to the database."""
    watch(Page)
    us = apps.get_app_config("wijkteams")
    post_migrate.connect(fill_after_migrate, sender=us, dispatch_uid="vermeldingen.fill")
    post_page_move.connect(moved, dispatch_uid="vermeldingen.moved")
    post_save.connect(_image_saved, sender=Image, dispatch_uid="vermeldingen.image")
    pre_delete.connect(_image_goes, sender=Image, dispatch_uid="vermeldingen.image_goes")
    post_delete.connect(_image_gone, sender=Image, dispatch_uid="vermeldingen.image_gone")
    changes: tuple[tuple[type[Model], Any], ...] = (
        (PageViewRestriction, _restriction_changed),
        (Rendition, _rendition_changed),
        (Site, _root_changed),
    )
    for sender, answer in changes:
        for signal in (post_save, post_delete):
            name = f"vermeldingen.{sender.__name__}.{id(signal)}"
            signal.connect(answer, sender=sender, dispatch_uid=name)
