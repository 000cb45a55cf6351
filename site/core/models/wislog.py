from __future__ import annotations

from django.db import models
from django.utils.translation import gettext_lazy as _


class Wislog(models.Model):
    """That personal data were removed: when, of which processing, how many rows. Never whose."""

    created_at = models.DateTimeField(_("wanneer"), auto_now_add=True)
    processing = models.SlugField(_("verwerking"), max_length=60)
    count = models.PositiveIntegerField(_("aantal"))

    class Meta:
        verbose_name = _("wislog")
        verbose_name_plural = _("wislog")
        ordering = ["-pk"]

    def __str__(self) -> str:
        return f"{self.processing}: {self.count}"
