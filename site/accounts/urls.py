"""Addresses for logging in. The names are allauth's, the words are Dutch."""

from __future__ import annotations

from allauth.account import views
from django.http import Http404
from django.urls import path, re_path
from django.views.defaults import page_not_found
from django.views.generic import RedirectView

from accounts import doors, own_account
from accounts.second_factor import passkeys
from accounts.second_factor import views as second

SECOND = "inloggen/tweede-stap"
second_factor = [
    path(f"{SECOND}/", second.overview, name="mfa_index"),
    path(f"{SECOND}/code/", second.AuthenticateView.as_view(), name="mfa_authenticate"),
    path(f"{SECOND}/app/", second.ActivateAppView.as_view(), name="mfa_activate_totp"),
    path(f"{SECOND}/app/weghalen/", second.remove_app, name="mfa_deactivate_totp"),
    path(f"{SECOND}/herstelcodes/", second.recovery_codes, name="mfa_view_recovery_codes"),
    path(
        f"{SECOND}/herstelcodes/bestand/",
        second.download_codes,
        name="mfa_download_recovery_codes",
    ),
    path(f"{SECOND}/sleutel/", passkeys.AddPasskeyView.as_view(), name="mfa_add_webauthn"),
    path(
        f"{SECOND}/sleutel/<int:pk>/weghalen/", passkeys.remove_passkey, name="mfa_remove_webauthn"
    ),
    path("inloggen/opnieuw/code/", second.ReauthenticateView.as_view(), name="mfa_reauthenticate"),
    path(
        "inloggen/opnieuw/sleutel/",
        passkeys.ReauthenticatePasskeyView.as_view(),
        name="mfa_reauthenticate_webauthn",
    ),
]

urlpatterns = [
    *second_factor,
    # Wagtail's own log-in screen would be a second door, without the first one's locks.
    path("beheer/login/", RedirectView.as_view(pattern_name="account_login", query_string=True)),
    # Wagtail's page that fails on purpose, for who tests its error screen.
    path("beheer/failwhale/", page_not_found, {"exception": Http404()}),
    path("inloggen/", doors.LoginView.as_view(), name="account_login"),
    path("uitloggen/", views.logout, name="account_logout"),
    path("inloggen/opnieuw/", doors.ReauthenticateView.as_view(), name="account_reauthenticate"),
    path("inloggen/gesloten/", views.account_inactive, name="account_inactive"),
    path("aanmelden/", views.signup, name="account_signup"),
    path("wachtwoord/", doors.PasswordChangeView.as_view(), name="account_change_password"),
    path("wachtwoord/instellen/", views.password_set, name="account_set_password"),
    path("wachtwoord/vergeten/", doors.PasswordResetView.as_view(), name="account_reset_password"),
    path(
        "wachtwoord/vergeten/verstuurd/",
        views.password_reset_done,
        name="account_reset_password_done",
    ),
    re_path(
        r"^wachtwoord/vergeten/(?P<uidb36>[0-9A-Za-z]+)-(?P<key>.+)/$",
        doors.PasswordResetFromKeyView.as_view(),
        name="account_reset_password_from_key",
    ),
    path(
        "wachtwoord/vergeten/klaar/",
        views.password_reset_from_key_done,
        name="account_reset_password_from_key_done",
    ),
    path("inloggen/apparaten/", own_account.device_list, name="account_devices"),
    path("inloggen/apparaten/<int:pk>/", own_account.end_device, name="account_end_device"),
    path("inloggen/apparaten/andere/", own_account.end_other_devices, name="account_end_devices"),
    # Not allauth's own screen: that changes the address without a proof of who has it.
    path("inloggen/e-mail/", own_account.change_email, name="account_email"),
    path("inloggen/e-mail/nieuw/<str:key>/", own_account.confirm_email, name="account_new_email"),
    path(
        "inloggen/e-mail/verstuurd/",
        views.email_verification_sent,
        name="account_email_verification_sent",
    ),
    re_path(
        r"^inloggen/e-mail/(?P<key>[-:\w]+)/$", views.confirm_email, name="account_confirm_email"
    ),
]
