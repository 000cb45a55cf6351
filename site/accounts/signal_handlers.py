"""Answers to the events of Django and allauth."""

from __future__ import annotations

from typing import Any

from allauth.account.signals import password_changed, password_reset, password_set
from django.contrib.auth.signals import user_logged_in, user_logged_out
from django.http import HttpRequest

from accounts import devices
from accounts.inactivity import forget_warnings
from accounts.models import Apparaat, User


def start_anew_after_login(sender: Any, user: User, **kwargs: Any) -> None:
    """Who logs in keeps the account; earlier warnings no longer count."""
    forget_warnings(user)


def list_device(sender: Any, request: HttpRequest, user: User, **kwargs: Any) -> None:
    """The browser comes in the list of who logged in."""
    devices.remember(request, user)


def unlist_device(sender: Any, request: HttpRequest, **kwargs: Any) -> None:
    """Who logs out leaves the list."""
    Apparaat.objects.filter(session_key=request.session.session_key or "").delete()


def end_other_devices(sender: Any, request: HttpRequest, user: User, **kwargs: Any) -> None:
    """A new password counts everywhere: whoever used the old one is out."""
    devices.end_others(request, user)


def connect() -> None:
    """Listen to these events."""
    uid = "accounts.{}".format
    user_logged_in.connect(start_anew_after_login, dispatch_uid=uid("start_anew_after_login"))
    user_logged_in.connect(list_device, dispatch_uid=uid("list_device"))
    user_logged_out.connect(unlist_device, dispatch_uid=uid("unlist_device"))
    for signal in (password_changed, password_reset, password_set):
        signal.connect(end_other_devices, dispatch_uid=uid("end_other_devices"))
