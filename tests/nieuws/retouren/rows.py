"""A reader, and what was sent to them."""

from __future__ import annotations

from secrets import token_hex

from core.mail.addresses import key_of
from nieuws.models import Abonnee, Abonnement, Editie, Lijst, Zending
from wijkteams.models import Wijk


def reader(wijk: Wijk, email: str = "a.jansen@ontvanger.example") -> Abonnement:
    """Somebody who gets the newsletter of a ward."""
    abonnee = Abonnee.objects.create(email=email, email_key=key_of(email), code=token_hex(16))
    return Abonnement.objects.create(
        abonnee=abonnee,
        lijst=Lijst.objects.get(wijk=wijk, thema=None),
        status=Abonnement.Status.ACTIEF,
        code=token_hex(16),
    )


def sent(abonnement: Abonnement, status: str = Zending.Status.VERSTUURD) -> Zending:
    """A newsletter that went to them."""
    editie = Editie.objects.create(
        wijk=abonnement.wijk, subject="Nieuws", status=Editie.Status.KLAAR
    )
    return Zending.objects.create(
        editie=editie,
        abonnee=abonnement.abonnee,
        abonnement=abonnement,
        status=status,
        code=token_hex(16),
    )
