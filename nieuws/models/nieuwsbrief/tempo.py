"""How much one mail domain got."""

from __future__ import annotations

from typing import ClassVar

from django.db import models
from django.utils.translation import gettext_lazy as _


class Tempo(models.Model):
    """Mails to one domain in one minute; only of domains that take but so many (N14)."""

    key = models.CharField(max_length=280, primary_key=True)
    "Domain and minute."
    mails = models.PositiveIntegerField(default=0)
    minute = models.DateTimeField(db_index=True)

    wagtail_reference_index_ignore: ClassVar[bool] = True

    class Meta:
        verbose_name = _("verzendtempo")
        verbose_name_plural = _("verzendtempo's")

    def __str__(self) -> str:
        return f"{self.key}: {self.mails}"
