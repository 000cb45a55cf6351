"""A page, not published, of what was sent in."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Any

from django.conf import settings
from django.core.exceptions import ValidationError
from django.db.models import Q
from django.utils.html import format_html, format_html_join
from django.utils.text import Truncator
from django.utils.translation import gettext as _
from wagtail.log_actions import log

from wijkteams.activiteiten.models import Aanbod, ActiviteitPage, AgendaPage, Locatie
from wijkteams.permissions import page_policy

if TYPE_CHECKING:
    from accounts.models import User

FREE = re.compile(r"^\s*(niets|gratis|geen|nee|nul|€?\s*0([.,]00?)?)?[\s.!]*$", re.IGNORECASE)
SUMMARY = 200


def make_draft(aanbod: Aanbod, *, by: User) -> ActiviteitPage:
    """A draft under the agenda of the ward, filled in as far as it goes.

    Raises ValidationError when there is no agenda, or this editor may not write there.
    """
    agenda = agenda_for(aanbod)
    policy = page_policy()
    if agenda is None or not policy.user_has_permission_for_instance(by, "add", agenda):
        raise ValidationError(_("Er is geen agenda waarin je dit mag zetten."))
    page = ActiviteitPage(live=False, owner=by, locale=agenda.locale, **fields_of(aanbod))
    agenda.add_child(instance=page)
    page.save_revision(user=by)
    log(page, "wagtail.create", user=by)
    return page


def agenda_for(aanbod: Aanbod) -> AgendaPage | None:
    """The agenda in which it would stand."""
    agendas = AgendaPage.objects.filter(locale__language_code=settings.LANGUAGE_CODE)
    return agendas.filter(wijk=aanbod.wijk_id, alias_of=None).order_by("pk").first()


def fields_of(aanbod: Aanbod) -> dict[str, Any]:
    """What the page says. Everything that a sender wrote is text: nothing of it is HTML."""
    locatie = locatie_named(aanbod)
    return {
        "title": aanbod.title,
        "draft_title": aanbod.title,
        "summary": Truncator(" ".join(aanbod.text.split())).chars(SUMMARY),
        "starts_at": aanbod.starts_at,
        "ends_at": aanbod.ends_at,
        "locatie": locatie,
        "place_note": "" if locatie else aanbod.place,
        "is_free": bool(FREE.match(aanbod.costs)),
        "costs": "" if FREE.match(aanbod.costs) else aanbod.costs,
        "organiser": aanbod.organisation,
        "contact_phone": aanbod.contact_phone if aanbod.show_contact else "",
        "contact_email": aanbod.contact_email if aanbod.show_contact else "",
        "body": [("text", {"text": _story(aanbod)})],
    }


def locatie_named(aanbod: Aanbod) -> Locatie | None:
    """A place that the team knows by this very name."""
    own = Locatie.objects.filter(Q(wijk=aanbod.wijk_id) | Q(wijk=None))
    return own.filter(name__iexact=aanbod.place.strip()).order_by("wijk_id", "pk").first()


def _story(aanbod: Aanbod) -> Any:
    from wagtail.rich_text import RichText

    parts = [" ".join(part.split()) for part in re.split(r"\n\s*\n", aanbod.text.strip())]
    html = format_html_join("", "<p>{}</p>", ((part,) for part in parts if part))
    if aanbod.audience:
        html += format_html("<p>{} {}</p>", _("Voor wie:"), aanbod.audience)
    if aanbod.when_in_words:
        html += format_html("<p>{} {}</p>", _("Wanneer:"), aanbod.when_in_words)
    return RichText(html)
