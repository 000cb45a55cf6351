"""Mail to the contact of a partner."""

from __future__ import annotations

from django.conf import settings
from django.utils import translation
from wagtail.models import Site

from core.mail.outbox import enqueue_mail
from core.models import StadInstellingen
from wijkteams.models import Organisatie
from wijkteams.organisaties.link import link_of


def send(
    name: str, organisatie: Organisatie, *, to: str = "", link: str | None = None, **more: str
) -> None:
    """One of the mails 'organisatie_…', to its contact unless another address is given."""
    with translation.override(settings.LANGUAGE_CODE):
        context = {
            "organisatie": organisatie,
            "link": link_of(organisatie) if link is None else link,
            "stad": StadInstellingen.for_site(Site.objects.get(is_default_site=True)),
            **more,
        }
        enqueue_mail(name, to=to or organisatie.contact_email, context=context)
