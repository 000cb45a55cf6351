"""What a code of a mail server means, in plain words for who looks after the list."""

from __future__ import annotations

from django.utils.translation import gettext as _

from nieuws.models import Retour


def in_words(retour: Retour) -> str:
    """One sentence, without the address."""
    if retour.soort == Retour.Soort.KLACHT:
        return _("De lezer meldde onze mail als ongewenst.")
    if retour.soort == Retour.Soort.HARD:
        return _hard(retour.code)
    return _soft(retour.code)


def _hard(code: str) -> str:
    if code in ("5.1.2", "5.4.4", "5.4.310"):
        return _("Het deel na de @ bestaat niet, of krijgt geen mail.")
    if code == "5.2.1":
        return _("Het postvak is afgesloten.")
    return _("Dit adres bestaat niet (meer).")


def _soft(code: str) -> str:
    subject = code.partition(".")[2]
    if subject == "2.2":
        return _("Het postvak is vol.")
    if subject in ("2.3", "3.4"):
        return _("De mail was te groot.")
    if subject.startswith("7."):
        return _("De andere mailserver vertrouwde onze mail niet. Vraag de beheerder om te kijken.")
    if subject.startswith("4."):
        return _("De andere mailserver was niet te bereiken.")
    return _("De mail kwam deze keer niet aan.")
