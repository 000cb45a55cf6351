"""What an activity tells everybody about people: whom to ask, and who took the photo."""

from __future__ import annotations

from typing import Any

from django.db.models import Q, QuerySet
from django.utils.translation import gettext_lazy as _

from core.privacy import Person, Processing, register
from wijkteams.activiteiten.models import ActiviteitPage
from wijkteams.privacy_names import change_revisions, wards_of


def _made(person: Person) -> QuerySet[ActiviteitPage]:
    mine = Q(photo_credit__in=person.names, wijk_id__in=wards_of(person))
    return ActiviteitPage.objects.filter(mine | Q(photo_credit=person.full_name or person.email))


def _asked(person: Person) -> QuerySet[ActiviteitPage]:
    return ActiviteitPage.objects.filter(contact_email__iexact=person.email)


def _export(person: Person) -> list[dict[str, Any]]:
    made = [{"activiteit": p.title, "foto gemaakt door": p.photo_credit} for p in _made(person)]
    asked = [
        {"activiteit": p.title, "e-mail voor vragen": p.contact_email, "telefoon": p.contact_phone}
        for p in _asked(person)
    ]
    return [*made, *asked]


def _erase(person: Person) -> int:
    """The number for questions is taken to be of whose mail address stands beside it."""
    pages = set(_made(person).values_list("pk", flat=True))
    pages |= set(_asked(person).values_list("pk", flat=True))
    pages |= set(
        ActiviteitPage.objects.filter(wijk_id__in=wards_of(person)).values_list("pk", flat=True)
    )
    count = _made(person).update(photo_credit="")
    count += _asked(person).update(contact_email="", contact_phone="")
    return count + change_revisions(pages, lambda content: _without(content, person))


def _without(content: dict[str, Any], person: Person) -> bool:
    changed = False
    if content.get("photo_credit") in person.names:
        content["photo_credit"], changed = "", True
    if str(content.get("contact_email", "")).casefold() == person.email.casefold():
        content["contact_email"], content["contact_phone"], changed = "", "", True
    return changed


def declare_contacts() -> None:
    """Called when the app is ready."""
    register(
        Processing(
            key="contact-bij-activiteiten",
            title=_("Wie u vragen kunt stellen over een activiteit, en wie de foto maakte"),
            who=_("Organisatoren en makers van foto's"),
            data=(_("naam"), _("e-mailadres"), _("telefoonnummer")),
            purpose=_("Bewoners laten weten bij wie zij terechtkunnen."),
            ground=_("Toestemming: wie dit opgeeft, weet dat het op de site komt."),
            retention=_("Zo lang de activiteit op de site staat. Op verzoek halen wij het weg."),
            covers={
                "activiteiten.ActiviteitPage": ("contact_email", "contact_phone", "photo_credit")
            },
            export=_export,
            erase=_erase,
            receivers=_("Iedereen: het staat op de site."),
        )
    )
