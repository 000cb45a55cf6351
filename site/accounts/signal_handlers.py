"""Answers to Django's own events."""

from __future__ import annotations

from typing import Any

from django.contrib.auth.signals import user_logged_in

from accounts.inactivity import forget_warnings
from accounts.models import User


def start_anew_after_login(sender: Any, user: User, **kwargs: Any) -> None:
    """Who logs in keeps the account; earlier warnings no longer count."""
    forget_warnings(user)


def connect() -> None:
    """Listen to Django's events."""
    user_logged_in.connect(start_anew_after_login, dispatch_uid="accounts.start_anew_after_login")
