"""How allauth behaves here: nobody makes an account alone, volunteers are invited."""

from __future__ import annotations

from typing import Any

from allauth.account.adapter import DefaultAccountAdapter
from django.http import HttpRequest


class AccountAdapter(DefaultAccountAdapter):
    """Logging in yes, signing up no; mail goes through the outbox."""

    def is_open_for_signup(self, request: HttpRequest) -> bool:
        return False

    def send_mail(self, template_prefix: str, email: str, context: dict[str, Any]) -> None:
        """Use the outbox: the answer takes as long for a known address as for an unknown one."""
        from core.mail.outbox import enqueue_message

        message = self.render_mail(template_prefix, email, context)
        enqueue_message(to=email, subject=message.subject, text=str(message.body))
