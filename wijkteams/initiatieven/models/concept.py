"""An idea that is being written, and is not yet sent."""

from __future__ import annotations

from typing import ClassVar

from django.db import models
from django.utils.translation import gettext_lazy as _

from wijkteams.initiatieven.models.aanvraag import token_code


class Aanvraagconcept(models.Model):
    """An idea that is being written: opened by a link of its own. Gone when it is sent."""

    code = models.CharField(max_length=32, unique=True, default=token_code)
    inhoud = models.JSONField(default=dict)
    foto = models.BinaryField(null=True)
    "One cleaned picture."
    vervalt = models.DateTimeField()

    wagtail_reference_index_ignore: ClassVar[bool] = True

    class Meta:
        verbose_name = _("half geschreven idee")
        verbose_name_plural = _("half geschreven ideeën")

    def __str__(self) -> str:
        return self.code[:8]
