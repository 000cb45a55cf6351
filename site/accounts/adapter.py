"""How allauth behaves here: nobody makes an account alone, volunteers are invited."""

from __future__ import annotations

from typing import Any
from urllib.parse import urlsplit

from allauth.account.adapter import DefaultAccountAdapter
from django.http import HttpRequest
from django.utils import timezone
from django.utils.translation import gettext_lazy as _
from wagtail.models import Site

from core.absolute import absolute

WAYS = {
    "reauthenticate": _("Met uw wachtwoord"),
    "mfa_reauthenticate": _("Met een code"),
    "mfa_reauthenticate:webauthn": _("Met een toegangssleutel"),
}


def _from_base(url: str) -> str:
    return absolute(urlsplit(url).path)


class AccountAdapter(DefaultAccountAdapter):
    """Logging in yes, signing up no; mail goes through the outbox."""

    error_messages = {
        **DefaultAccountAdapter.error_messages,
        "account_inactive": _("Dit account is gesloten."),
        "email_password_mismatch": _("Het e-mailadres of het wachtwoord klopt niet."),
        "enter_current_password": _("Dit is niet het wachtwoord dat u nu hebt."),
        "incorrect_password": _("Dit wachtwoord klopt niet."),
    }

    def is_open_for_signup(self, request: HttpRequest) -> bool:
        return False

    def format_email_subject(self, subject: str) -> str:
        """The subject names the site itself, in a sentence."""
        return subject

    def send_mail(self, template_prefix: str, email: str, context: dict[str, Any]) -> None:
        """Use the outbox: the answer takes as long for a known address as for an unknown one."""
        from core.mail.outbox import enqueue_message
        from core.models import StadInstellingen

        site = Site.objects.get(is_default_site=True)
        context = {"stad": StadInstellingen.for_site(site), **context}
        message = self.render_mail(template_prefix, email, context)
        html = next((str(part) for part, kind in message.alternatives if kind == "text/html"), "")
        enqueue_message(to=email, subject=message.subject, text=str(message.body), html=html)

    def get_reset_password_from_key_url(self, key: str) -> str:
        """From the configured base: the host of a request is what a stranger says it is."""
        return _from_base(super().get_reset_password_from_key_url(key))

    def get_email_confirmation_url(self, request: HttpRequest, emailconfirmation: Any) -> str:
        return _from_base(super().get_email_confirmation_url(request, emailconfirmation))

    def send_notification_mail(
        self,
        template_prefix: str,
        user: Any,
        context: dict[str, Any] | None = None,
        email: str | None = None,
    ) -> None:
        """To the address of the account, confirmed or not, and without the reader's network."""
        moment = timezone.localtime()
        self.send_mail(
            template_prefix, email or user.email, {"timestamp": moment, **(context or {})}
        )

    def reauthenticate(self, user: Any, password: str) -> bool:
        """Ask the account itself; allauth looks for an address that it may not have."""
        return bool(user.check_password(password))

    def get_reauthentication_methods(self, user: Any) -> list[dict[str, Any]]:
        methods = super().get_reauthentication_methods(user)
        return [{**one, "description": str(WAYS[one["id"]])} for one in methods]
