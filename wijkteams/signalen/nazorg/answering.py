"""What they say: 'ja' is kept; two who say 'nee' open it again (requirement G9)."""

from __future__ import annotations

from django.db import transaction
from django.utils.translation import gettext as _

from wijkteams.signalen import services
from wijkteams.signalen.merging import family
from wijkteams.signalen.models import Medemelder, Melder, Signaal, Staat
from wijkteams.signalen.nazorg.asking import Person

ENOUGH = 2


def person_of(code: str) -> Person | None:
    """Whose secret this is, if they were asked and it is not over."""
    for model in (Melder, Medemelder):
        rows = model.objects.filter(code=code, gevraagd_op__isnull=False).exclude(email="")
        found: Person | None = rows.select_related("signaal__samengevoegd_in").first()
        if found is not None:
            return found
    return None


def lead_of(person: Person) -> Signaal:
    """The signal it is about: the one into which theirs was merged, or theirs."""
    return person.signaal.samengevoegd_in or person.signaal


@transaction.atomic
def answer(person: Person, is_opgelost: bool) -> bool:
    """Keep what they say; gives whether the signal was opened again by it.

    Twice the same is once; as long as it counts as solved they may change their mind.
    """
    lead = Signaal.objects.locked(lead_of(person).pk)
    if lead.staat != Staat.OPGELOST or lead.samengevoegd_in_id is not None:
        return False
    before = type(person).objects.get(pk=person.pk).is_opgelost
    type(person).objects.filter(pk=person.pk).update(is_opgelost=is_opgelost)
    if is_opgelost or before is False:
        return False
    if len(who_say_no(lead)) < ENOUGH:
        note = _("Een bewoner zegt: het is nog niet opgelost.")
        services.step(lead.pk, lead.staat, interne_notitie=note)
        return False
    said = _("Twee bewoners zeggen dat het nog niet is opgelost. Wij kijken er opnieuw naar.")
    services.step(lead.pk, Staat.HEROPEND, openbare_zin=said)
    return True


def who_say_no(lead: Signaal) -> set[str]:
    """Addresses: somebody who told it and follows it too counts once."""
    return {
        email.lower()
        for model in (Melder, Medemelder)
        for email in model.objects.filter(
            signaal__in=family(lead.pk), is_opgelost=False
        ).values_list("email", flat=True)
    }
