"""What Wagtail, Django and the queue keep about people; declared once, for all apps."""

from __future__ import annotations

from core.privacy.cms_processings import declare_cms
from core.privacy.mail_processings import declare_mail
from core.privacy.register import register_harmless


def declare() -> None:
    """Called when the app is ready."""
    declare_cms()
    declare_mail()
    _declare_harmless()


def _declare_harmless() -> None:
    for model in ("Collection", "Task", "Workflow"):
        register_harmless(f"wagtailcore.{model}", "name")
    register_harmless("auth.Group", "name")
    register_harmless("auth.Permission", "name")
    register_harmless("taggit.Tag", "name")
    # Passwords of closed pages: switched off (WAGTAIL_PRIVATE_PAGE_OPTIONS).
    register_harmless("wagtailcore.PageViewRestriction", "password")
    register_harmless("wagtailcore.CollectionViewRestriction", "password")
    # Wagtail's own pictures and documents stand unused beside ours.
    register_harmless("wagtailimages.Image", "uploaded_by_user")
    register_harmless("wagtaildocs.Document", "uploaded_by_user")
