"""Taking an idea back, as long as the team did not answer."""

from __future__ import annotations

from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import override

from wijkteams.initiatieven.models import Aanvraagstaat, InitiatiefAanvraag


@transaction.atomic
def withdraw(pk: int) -> bool:
    """Their words, pictures and people go; that there was something stays, for the team.

    False when there was an answer already: then it is no longer theirs alone.
    """
    aanvraag = InitiatiefAanvraag.objects.locked(pk)
    if not aanvraag.is_open:
        return False
    aanvraag.staat, aanvraag.beslist_op = Aanvraagstaat.INGETROKKEN, timezone.now()
    aanvraag.stap += 1
    aanvraag.save()
    aanvraag.stappen.create(naar=Aanvraagstaat.INGETROKKEN, van_bewoner=True)
    forget(aanvraag)
    aanvraag.initiatiefnemers.all().delete()
    return True


def forget(aanvraag: InitiatiefAanvraag) -> None:
    """Take away what was written; nobody can tell any more whose idea it was."""
    with override("nl"):
        aanvraag.titel = _("Ingetrokken idee")
    aanvraag.idee = aanvraag.waarom = aanvraag.wie = aanvraag.plaats_tekst = ""
    aanvraag.nodig, aanvraag.reden = {}, ""
    aanvraag.latitude = aanvraag.longitude = None
    aanvraag.save()
    aanvraag.themas.clear()
    aanvraag.stappen.exclude(tekst="").update(tekst="")
    # One by one: a picture goes from the disk when its row goes (`fotos`).
    for foto in aanvraag.fotos.all():
        foto.delete()
