"""Addresses of the caught mail; only where the settings catch it."""

from __future__ import annotations

from django.urls import URLPattern, path

from core.mail.caught_views import mail_detail, mail_list

urlpatterns: list[URLPattern] = [
    path("", mail_list, name="caught_mails"),
    path("<slug:name>/", mail_detail, name="caught_mail"),
]
