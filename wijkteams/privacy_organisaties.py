"""Whom a ward can reach at its partners (requirement W6)."""

from __future__ import annotations

from typing import Any

from django.db.models import QuerySet
from django.utils.translation import gettext_lazy as _

from core.privacy import Person, Processing, register, register_harmless
from wijkteams.models import Organisatie


def _contacts(person: Person) -> QuerySet[Organisatie]:
    return Organisatie.objects.filter(contact_email__iexact=person.email)


def _export(person: Person) -> list[dict[str, Any]]:
    return [
        {
            "organisatie": row.name,
            "naam": row.contact_name,
            "e-mailadres": row.contact_email,
            "telefoon": row.contact_phone,
        }
        for row in _contacts(person)
    ]


def _erase(person: Person) -> int:
    """The organisation stays; the team finds another to write to."""
    return _contacts(person).update(contact_name="", contact_email="", contact_phone="")


def declare_organisations() -> None:
    """Called when the app is ready."""
    register(
        Processing(
            key="organisaties",
            title=_("Contactpersonen van partners"),
            who=_("Medewerkers van organisaties waarmee een wijk samenwerkt"),
            data=(_("naam"), _("e-mailadres"), _("telefoonnummer")),
            purpose=_("Signalen doorgeven, en samen afspreken wie wat doet."),
            ground=_("Gerechtvaardigd belang: samenwerken voor de wijk."),
            retention=_(
                "Zo lang u de contactpersoon bent. Wij vragen één keer per jaar of het nog klopt."
            ),
            covers={"wijkteams.Organisatie": ("contact_name", "contact_email", "contact_phone")},
            export=_export,
            erase=_erase,
        )
    )
    # Of the organisation, for all to see.
    register_harmless("wijkteams.Organisatie", "name", "phone", "voorstel")
    register_harmless("wijkteams.Draad", "door")
