"""What keeps us from writing to somebody."""

from __future__ import annotations

from typing import ClassVar

from django.db import models
from django.utils.translation import gettext_lazy as _


class Rem(models.Model):
    """How often an address was asked to confirm (R-34), or that it never wants mail again.

    No address stands in it: the key is a keyed hash, of which nobody makes an address again.
    """

    class Soort(models.TextChoices):
        """Why there is a brake."""

        TELLER = "teller", _("Telt mails die om een bevestiging vragen")
        NOOIT = "nooit", _("Wil nooit meer mail")

    key = models.CharField(max_length=64, primary_key=True)
    soort = models.CharField(max_length=6, choices=Soort)
    mails = models.PositiveSmallIntegerField(default=0)
    last_at = models.DateTimeField(db_index=True)

    wagtail_reference_index_ignore: ClassVar[bool] = True

    class Meta:
        verbose_name = _("rem op mail")
        verbose_name_plural = _("remmen op mail")

    def __str__(self) -> str:
        return self.get_soort_display()
