"""Mail to partners, and to who passed something on. Of a confidential signal it says nothing."""

from __future__ import annotations

from typing import Any

from django.conf import settings
from django.urls import reverse
from django.utils import translation
from wagtail.models import Site

from core.absolute import absolute
from core.mail.outbox import enqueue_mail
from core.models import StadInstellingen
from wijkteams.signalen import tokens
from wijkteams.signalen.models import Doorzending


def ask(doorzending: Doorzending) -> None:
    """The signal, and the link with which they answer."""
    _to_partner(doorzending, "signaal_partner")


def remind(doorzending: Doorzending) -> None:
    """Once, when nothing came back."""
    _to_partner(doorzending, "signaal_partner_herinnering")


def tell_team(doorzending: Doorzending) -> None:
    """To who passed it on: there is an answer to check."""
    reader = doorzending.door
    if reader is None or not reader.is_active:
        return
    link = reverse("signaalpartner:nakijken", args=[doorzending.pk])
    _send("signaal_partner_antwoord", reader.email, doorzending, link, reader=reader)


def _to_partner(doorzending: Doorzending, name: str) -> None:
    path = reverse(
        "signaal_partner", kwargs={"token": tokens.make(tokens.ANTWOORD, doorzending.code)}
    )
    _send(name, doorzending.email, doorzending, path)


def _send(name: str, to: str, doorzending: Doorzending, path: str, **more: Any) -> None:
    with translation.override(settings.LANGUAGE_CODE):
        signaal = doorzending.signaal
        context = {
            "wijk": signaal.wijk,
            "code": signaal.code,
            "titel": "" if signaal.is_vertrouwelijk else signaal.titel,
            "bericht": "" if signaal.is_vertrouwelijk else doorzending.bericht,
            "organisatie": doorzending.organisatie,
            "link": absolute(path),
            "stad": StadInstellingen.for_site(Site.objects.get(is_default_site=True)),
            **more,
        }
        enqueue_mail(name, to=to, context=context)
