"""Telling the team that a draft lies ready."""

from __future__ import annotations

from typing import TYPE_CHECKING

from django.conf import settings
from django.urls import reverse
from django.utils import translation

from core.absolute import absolute
from core.mail.outbox import enqueue_mail
from core.models import StadInstellingen
from wijkteams.workflow_mail import readers_of

if TYPE_CHECKING:
    from nieuws.models import NieuwsbriefPage


def tell_of_draft(page: NieuwsbriefPage) -> None:
    """Mail whoever may publish it; of a ward without a team those of the city."""
    context = {
        "stad": StadInstellingen.objects.filter(site__is_default_site=True).first(),
        "title": page.title,
        "wijk": page.wijk,
        "edit_url": absolute(reverse("wagtailadmin_pages:edit", args=[page.pk])),
    }
    with translation.override(settings.LANGUAGE_CODE):
        for reader in readers_of(page):
            enqueue_mail("nieuwsbrief_concept", to=reader.email, context={**context, "to": reader})
