"""Addresses for logging in. The names are allauth's, the words are Dutch."""

from __future__ import annotations

from allauth.account import views
from django.http import Http404
from django.urls import path, re_path
from django.views.defaults import page_not_found
from django.views.generic import RedirectView

urlpatterns = [
    # Wagtail's own log-in screen would be a second door, without the first one's locks.
    path("beheer/login/", RedirectView.as_view(pattern_name="account_login", query_string=True)),
    # Wagtail's page that fails on purpose, for who tests its error screen.
    path("beheer/failwhale/", page_not_found, {"exception": Http404()}),
    path("inloggen/", views.login, name="account_login"),
    path("uitloggen/", views.logout, name="account_logout"),
    path("inloggen/opnieuw/", views.reauthenticate, name="account_reauthenticate"),
    path("inloggen/gesloten/", views.account_inactive, name="account_inactive"),
    path("aanmelden/", views.signup, name="account_signup"),
    path("wachtwoord/", views.password_change, name="account_change_password"),
    path("wachtwoord/instellen/", views.password_set, name="account_set_password"),
    path("wachtwoord/vergeten/", views.password_reset, name="account_reset_password"),
    path(
        "wachtwoord/vergeten/verstuurd/",
        views.password_reset_done,
        name="account_reset_password_done",
    ),
    re_path(
        r"^wachtwoord/vergeten/(?P<uidb36>[0-9A-Za-z]+)-(?P<key>.+)/$",
        views.password_reset_from_key,
        name="account_reset_password_from_key",
    ),
    path(
        "wachtwoord/vergeten/klaar/",
        views.password_reset_from_key_done,
        name="account_reset_password_from_key_done",
    ),
    # allauth's own screen would change the address without a password or a proof of who has it.
    path(
        "inloggen/e-mail/",
        RedirectView.as_view(pattern_name="wagtailadmin_account"),
        name="account_email",
    ),
    path(
        "inloggen/e-mail/verstuurd/",
        views.email_verification_sent,
        name="account_email_verification_sent",
    ),
    re_path(
        r"^inloggen/e-mail/(?P<key>[-:\w]+)/$", views.confirm_email, name="account_confirm_email"
    ),
]
