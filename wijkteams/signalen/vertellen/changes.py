"""What who told a signal may change themselves: stop, another address, or take it back."""

from __future__ import annotations

from django.core.exceptions import ValidationError
from django.db import transaction
from django.utils.translation import gettext as _
from django.utils.translation import override

from wijkteams.signalen import changed, services
from wijkteams.signalen.fotos import forget_files
from wijkteams.signalen.models import Melder, Openbaarheid, Signaal, Staat
from wijkteams.signalen.vertellen import mails


def stop(melder: Melder) -> None:
    """No more mails; the page of their signal stays."""
    Melder.objects.filter(pk=melder.pk).update(volgt=False)


@transaction.atomic
def reach(melder: Melder, *, email: str, phone: str, name: str) -> str:
    """Another name, number or address; a new address is asked first. Gives what to tell."""
    row = Melder.objects.select_for_update(of=("self",)).select_related("signaal").get(pk=melder.pk)
    is_new = bool(email) and email.lower() != row.email.lower()
    row.name, row.phone = name, phone
    if email.lower() != row.email.lower():
        row.email, row.bevestigd_op = email, None
    row.volgt = bool(email)
    row.save()
    if is_new:
        mails.ask_to_confirm(row)
        return _("Bewaard. Wij stuurden een mail met een knop naar %(email)s.") % {"email": email}
    return _("Bewaard.")


def may_take_back(signaal: Signaal) -> bool:
    """Whether there is something to take back."""
    return signaal.tekst != "" or signaal.titel != _gone(signaal)


@transaction.atomic
def take_back(melder: Melder) -> None:
    """Their words, pictures and address go. What others have too, stays as far as it is theirs.

    Twice is the same as once.
    """
    signaal = Signaal.objects.locked(melder.signaal_id)
    if not may_take_back(signaal):
        return
    fotos = list(signaal.fotos.values_list("pk", flat=True))
    _forget(signaal, melder)
    services.touch(signaal)
    changed.taken_away.send(Signaal, signaal=signaal, words=(), fotos=fotos)
    if signaal.aantal_mee or signaal.samengevoegd_in_id is not None:
        return
    services.show(signaal.pk, Openbaarheid.VERBORGEN)
    if not signaal.is_gesloten:
        with override(signaal.language):
            why = _("Wie dit vertelde, trok het in.")
        try:
            services.step(signaal.pk, Staat.GEEN_ACTIE, openbare_zin=why)
        except ValidationError:  # somebody else closed it in this very moment
            return


def _forget(signaal: Signaal, melder: Melder) -> None:
    for foto in signaal.fotos.all():
        forget_files(foto)
        foto.delete()
    signaal.titel, signaal.tekst, signaal.plaats_tekst = _gone(signaal), "", ""
    signaal.citaat = False
    signaal.themas.update(citaat="")
    empty = {"name": "", "email": "", "phone": "", "volgt": False, "bevestigd_op": None}
    Melder.objects.filter(pk=melder.pk).update(**empty)


def _gone(signaal: Signaal) -> str:
    """What stands there instead of their words."""
    with override("nl"):
        return _("Ingetrokken signaal over %(category)s") % {
            "category": signaal.categorie.name.lower()
        }
