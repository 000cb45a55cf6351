"""A signal that is being told, and is not yet sent."""

from __future__ import annotations

from typing import ClassVar

from django.db import models
from django.utils.translation import gettext_lazy as _


class Signaalconcept(models.Model):
    """A signal that somebody is telling: of the browser with the secret. Gone when it is sent."""

    sleutel = models.CharField(max_length=64, primary_key=True)
    "A digest of the secret in the cookie."
    inhoud = models.JSONField(default=dict)
    vervalt = models.DateTimeField()

    wagtail_reference_index_ignore: ClassVar[bool] = True

    class Meta:
        verbose_name = _("half verteld signaal")
        verbose_name_plural = _("half vertelde signalen")

    def __str__(self) -> str:
        return self.sleutel[:8]


class ConceptFoto(models.Model):
    """A cleaned picture of a signal that is not yet sent."""

    concept = models.ForeignKey(Signaalconcept, on_delete=models.CASCADE, related_name="fotos")
    inhoud = models.BinaryField()
    width = models.PositiveIntegerField(default=0)
    height = models.PositiveIntegerField(default=0)

    wagtail_reference_index_ignore: ClassVar[bool] = True

    class Meta:
        verbose_name = _("foto bij een half verteld signaal")
        verbose_name_plural = _("foto's bij half vertelde signalen")
        ordering = ["pk"]

    def __str__(self) -> str:
        return str(self.pk)
