"""Mails about somebody's account: always to who has it, never with a device or a network."""

from __future__ import annotations

from typing import Any

from django.conf import settings
from django.utils import timezone, translation
from wagtail.models import Site

from accounts.models import User
from core.mail.outbox import enqueue_mail
from core.models import StadInstellingen


def mail_about_account(user: User, name: str, *, to: str = "", **context: Any) -> None:
    """Put templates/mail/<name>/ in the outbox, for the owner (or `to` another address)."""
    site = Site.objects.get(is_default_site=True)
    with translation.override(settings.LANGUAGE_CODE):
        stad = StadInstellingen.for_site(site)
        known = {"stad": stad, "to": user, "moment": timezone.localtime(), **context}
        enqueue_mail(name, to=to or user.email, context=known)


def mail_about_change(user: User, what: str, *, to: str = "") -> None:
    """Tell that something about logging in was changed: whoever did not do it must know."""
    mail_about_account(user, "inloggen_gewijzigd", to=to, what=what)
