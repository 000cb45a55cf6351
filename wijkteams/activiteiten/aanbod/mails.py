"""Mail about what was sent in: to its sender, and to the editors who decide."""

from __future__ import annotations

from datetime import datetime
from typing import TYPE_CHECKING, Any

from django.conf import settings
from django.db.models import Q, QuerySet
from django.urls import reverse
from django.utils import translation
from wagtail.models import Site
from wagtail.permissions import policy_registry

from core.absolute import absolute
from core.mail.outbox import enqueue_mail
from core.models import StadInstellingen
from wijkteams.activiteiten.aanbod.tokens import token_of
from wijkteams.activiteiten.models import Aanbod
from wijkteams.roles import roles_with_row_action

if TYPE_CHECKING:
    from wijkteams.activiteiten.models import ActiviteitPage


def ask_to_confirm(aanbod: Aanbod, expires: datetime) -> None:
    """The link with which its sender says: yes, this is from me."""
    with translation.override(aanbod.language):
        path = reverse("aandragen_bevestigen", kwargs={"token": token_of(aanbod.code)})
        _to_sender("aanbod_bevestigen", aanbod, expires=expires, link=absolute(path))


def tell_editors(aanbod: Aanbod) -> None:
    """Whoever decides hears that there is something to read."""
    with translation.override(settings.LANGUAGE_CODE):
        link = absolute(reverse("aanbod:read", args=[aanbod.pk]))
        for reader in readers_of(aanbod):
            context = {**_context(aanbod), "to": reader, "link": link}
            enqueue_mail("aanbod_nieuw", to=reader.email, context=context)


def tell_refused(aanbod: Aanbod) -> None:
    """Why it does not come in the agenda."""
    with translation.override(aanbod.language):
        _to_sender("aanbod_afgewezen", aanbod)


def tell_published(aanbod: Aanbod, page: ActiviteitPage) -> None:
    """Where it stands."""
    with translation.override(aanbod.language):
        _to_sender("aanbod_geplaatst", aanbod, link=page.full_url or "")


def readers_of(aanbod: Aanbod) -> QuerySet[Any]:
    """Whoever may decide about it: those of the ward; without them those of the city."""
    policy = policy_registry.get_by_type(Aanbod)
    everybody = policy.users_with_any_permission_for_instance(["change"], aanbod)
    everybody = everybody.exclude(wagtail_userprofile__submitted_notifications=False)
    everybody = everybody.filter(lidmaatschappen__isnull=False)
    roles = roles_with_row_action("aanbod.change")
    here = Q(lidmaatschappen__wijk=aanbod.wijk_id, lidmaatschappen__rol__in=roles)
    own = everybody.filter(here)
    found: QuerySet[Any] = (own if own.exists() else everybody).distinct()
    return found


def _to_sender(name: str, aanbod: Aanbod, *, expires: datetime | None = None, **extra: Any) -> None:
    context = {**_context(aanbod), **extra}
    enqueue_mail(name, to=aanbod.contact_email, context=context, expires=expires)


def _context(aanbod: Aanbod) -> dict[str, Any]:
    site = Site.objects.get(is_default_site=True)
    return {"aanbod": aanbod, "wijk": aanbod.wijk, "stad": StadInstellingen.for_site(site)}
