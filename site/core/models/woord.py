"""The words of the site, to know what somebody meant who mistyped one."""

from __future__ import annotations

from typing import ClassVar

from django.db import models
from django.utils.translation import gettext_lazy as _


class Woord(models.Model):
    """A word that stands on a published page. Made anew from the search index, so never kept."""

    made_anew: ClassVar[bool] = True

    word = models.CharField(_("woord"), max_length=40, unique=True)
    length = models.PositiveSmallIntegerField(_("lengte"))
    pages = models.PositiveIntegerField(_("aantal pagina's"), default=1)

    class Meta:
        verbose_name = _("woord")
        verbose_name_plural = _("woorden")

    def __str__(self) -> str:
        return self.word


class Drietal(models.Model):
    """Three letters in a row within a word: words that look alike share most of them."""

    made_anew: ClassVar[bool] = True

    letters = models.CharField(_("letters"), max_length=3)
    length = models.PositiveSmallIntegerField(_("lengte van het woord"))
    woord = models.ForeignKey(
        Woord, on_delete=models.CASCADE, related_name="drietallen", verbose_name=_("woord")
    )

    class Meta:
        verbose_name = _("drietal")
        verbose_name_plural = _("drietallen")
        indexes = [models.Index(fields=["letters", "length", "woord"], name="core_drietal_zoek")]

    def __str__(self) -> str:
        return self.letters
