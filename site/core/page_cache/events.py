"""Listens to rows that change, and to pages that are published, moved or taken down."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

from django.apps import AppConfig, apps
from django.conf import settings
from django.db.models import Model
from django.db.models.signals import m2m_changed, post_delete, post_migrate, post_save
from wagtail.models import Page
from wagtail.signals import page_published, page_slug_changed, page_unpublished, post_page_move

from core.draft_fields import is_quiet
from core.page_cache.dropping import drop, drop_all
from core.page_cache.effects import ALL, Always, Effect, effects_of

# Of lists of pages that do not say what they show, such as a sitemap.
ANY_PUBLICATION = "publicaties"


def connect(app: AppConfig) -> None:
    """Called when the app is ready."""
    post_migrate.connect(_migrated, sender=app, dispatch_uid="core.page_cache.migrated")
    post_save.connect(_saved, dispatch_uid="core.page_cache.saved")
    post_delete.connect(_deleted, dispatch_uid="core.page_cache.deleted")
    m2m_changed.connect(_linked, dispatch_uid="core.page_cache.linked")
    page_published.connect(_published, dispatch_uid="core.page_cache.published")
    for signal in (page_unpublished, page_slug_changed, post_page_move):
        signal.connect(_page_went, dispatch_uid="core.page_cache.page_went")


def _saved(
    sender: type[Model],
    instance: Model,
    created: bool = False,
    update_fields: Iterable[str] | None = None,
    **kwargs: Any,
) -> None:
    if not settings.PAGE_CACHE or _is_of_a_migration(sender):
        return
    if isinstance(instance, Page):
        if created and instance.alias_of_id is not None:
            drop_all("a page follows another, and is as closed as that one")
            return
        if _nobody_sees(instance, update_fields, created=created):
            return
    effects = effects_of(sender)
    if effects is None:
        drop_all(f"{sender._meta.label} is not classified")
    else:
        apply(effects.created if created else effects.changed, instance)


def _nobody_sees(page: Page, update_fields: Iterable[str] | None, *, created: bool) -> bool:
    if created:
        return not page.live
    return is_quiet(update_fields)


def _deleted(sender: type[Model], instance: Model, **kwargs: Any) -> None:
    if not settings.PAGE_CACHE or _is_of_a_migration(sender):
        return
    if isinstance(instance, Page):
        if instance.live:  # links to it stand in other pages
            drop_all("a page was deleted")
        return
    effects = effects_of(sender)
    apply(effects.changed if effects else ALL, instance)


def _linked(sender: type[Model], instance: Model, action: str, **kwargs: Any) -> None:
    """Of a row with links to other rows (themes of a page), as if it was saved itself."""
    if settings.PAGE_CACHE and action.startswith("post_") and not _is_of_a_migration(sender):
        if isinstance(instance, Page) and not instance.live:
            return
        effects = effects_of(type(instance))
        apply(effects.changed if effects else ALL, instance)


def _published(sender: type[Page], instance: Page, **kwargs: Any) -> None:
    effects = effects_of(sender)
    drop(ANY_PUBLICATION)
    apply(effects.changed if effects else ALL, instance)


def _page_went(sender: type[Page], **kwargs: Any) -> None:
    drop_all("a page was moved, renamed or taken down")


def apply(effect: Effect, row: Model) -> None:
    """Do what was registered."""
    found = effect(row) if callable(effect) else effect
    if found is ALL:
        drop_all(f"{row._meta.label} was changed")
    elif not isinstance(found, Always):
        drop(*found)


def _migrated(**kwargs: Any) -> None:
    drop_all("the database has another form")


def _is_of_a_migration(sender: type[Model]) -> bool:
    """Models of migrations are made on the fly: `migrate` drops everything at its end."""
    return sender._meta.apps is not apps
