"""Whose picture it is, and whether the people on it agree (Auteurswet; requirement V3)."""

from __future__ import annotations

import datetime

from django.db import models
from django.utils import timezone
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _


class Licence(models.TextChoices):
    """By what right the picture stands here."""

    OWN = "zelf", _("Zelf gemaakt")
    PERMISSION = "toestemming", _("De maker vindt het goed")
    CC_BY = "cc-by", _("CC BY (vrij, met naam van de maker)")
    CC0 = "cc0", _("CC0 (helemaal vrij)")
    OTHER = "anders", _("Anders")


class Consent(models.TextChoices):
    """Whether people can be recognised, and what they say."""

    NOBODY = "niemand", _("Nee, niemand is herkenbaar")
    EVERYBODY = "iedereen", _("Ja, en iedereen vindt het goed")
    PARENTS = "ouders", _("Ja, kinderen: hun ouders vinden het goed")
    UNSURE = "onzeker", _("Dat weet ik nog niet")
    NEVER_ASKED = "oud", _("Niet gevraagd (een foto van vroeger)")


GIVEN = frozenset({Consent.NOBODY, Consent.EVERYBODY, Consent.PARENTS})
# What was on the site before anybody asked stays where it is; another use does ask.
SHOWN = GIVEN | {Consent.NEVER_ASKED}


class PhotoRights(models.Model):
    """What must be known of a picture before a page may show it."""

    photographer = models.CharField(_("gemaakt door"), max_length=120, blank=True)
    licence = models.CharField(
        _("mag de foto op de site?"), max_length=12, choices=Licence.choices, blank=True
    )
    licence_text = models.CharField(_("afspraak of bron"), max_length=200, blank=True)
    consent = models.CharField(
        _("staan er mensen herkenbaar op?"), max_length=10, choices=Consent.choices, blank=True
    )
    consent_by = models.CharField(_("wie vond het goed?"), max_length=200, blank=True)
    consent_until = models.DateField(_("goed tot en met"), null=True, blank=True)
    consent_withdrawn = models.BooleanField(_("iemand wil niet meer op de site"), default=False)
    consent_warned_for = models.DateField(null=True, editable=False)

    class Meta:
        abstract = True

    @property
    def credit(self) -> str:
        """What stands under the picture: the maker, and the licence where it asks for that."""
        own_words = self.licence_text if self.licence == Licence.OTHER else ""
        licence = "CC BY" if self.licence == Licence.CC_BY else own_words
        return ", ".join(part for part in (self.photographer, licence) if part)

    @property
    def is_withheld(self) -> bool:
        """Whether no page shows it today, whatever door it came in by."""
        return self.consent not in SHOWN or self.consent_withdrawn or self.has_ended()

    def has_ended(self, today: datetime.date | None = None) -> bool:
        """Whether people agreed until a day that has passed."""
        today = today or timezone.localdate()
        return self.consent_until is not None and self.consent_until < today

    def refusal(self) -> str:
        """Why no page may newly show it, in words for an editor; empty when all is known."""
        if self.consent_withdrawn:
            return gettext("Iemand op deze foto wil niet meer op de site. Kies een andere foto.")
        if self.has_ended():
            return gettext("De toestemming voor deze foto is voorbij. Vraag het opnieuw.")
        if self.consent not in GIVEN:
            return gettext("Vul bij Afbeeldingen in of er mensen op staan die het goed vinden.")
        if not self.photographer or not self.licence:
            return gettext("Vul bij Afbeeldingen in wie hem maakte, en of hij op de site mag.")
        if self.licence == Licence.OTHER and not self.licence_text:
            return gettext("Vul bij Afbeeldingen in wat de afspraak of de bron is.")
        return ""
