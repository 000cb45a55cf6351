"""People who can be recognised on a photo, and what they said about it."""

from __future__ import annotations

from typing import Any

from django.db.models import Q, QuerySet
from django.db.models.fields.files import FieldFile
from django.utils.translation import gettext_lazy as _

from core.privacy import Person, Processing, register
from wijkteams.models import Image
from wijkteams.privacy_names import wards_of


def _consents(person: Person) -> QuerySet[Image]:
    """Notes of who agreed that name somebody; by a first name only in the person's own wards."""
    named = Q()
    for needle in person.needles:
        named |= Q(consent_by__icontains=needle)
    for name in person.names:
        named |= Q(consent_by__icontains=name, wijk_id__in=wards_of(person))
    return Image.objects.filter(named)


def _export(person: Person) -> list[dict[str, Any]]:
    return [
        {
            "foto": image.title,
            "wie vond het goed": image.consent_by,
            "tot en met": str(image.consent_until or ""),
        }
        for image in _consents(person)
    ]


def _files(person: Person) -> list[tuple[str, FieldFile]]:
    return [(f"foto-{image.pk}", image.file) for image in _consents(person)]


def _erase(person: Person) -> int:
    """The note goes; whether the photo goes too is for the person to say and an editor to do."""
    return _consents(person).update(consent_by="")


def declare_photo_consent() -> None:
    """Called when the app is ready."""
    register(
        Processing(
            key="fotos-mensen",
            title=_("Mensen op foto's"),
            who=_("Wie herkenbaar op een foto op de site staat"),
            data=(
                _("de foto"),
                _("wie het goed vond"),
                _("tot wanneer"),
                _("of dat is ingetrokken"),
            ),
            purpose=_("Laten zien wat er in de wijk gebeurt, en alleen met wie dat goed vindt."),
            ground=_("Toestemming, bij kinderen van hun ouders. U kunt die altijd intrekken."),
            retention=_("Tot de datum die is afgesproken, of tot u het intrekt."),
            covers={
                "wijkteams.Image": ("consent", "consent_by", "consent_until", "consent_withdrawn")
            },
            export=_export,
            files=_files,
            erase=_erase,
        )
    )
