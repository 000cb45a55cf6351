"""How often something was tried: see core.security.throttle."""

from __future__ import annotations

from django.db import models
from django.utils.translation import gettext_lazy as _


class Poging(models.Model):
    """Tries of one kind. The key is a keyed hash of who tried what; it cannot be read back."""

    key = models.CharField(_("sleutel"), max_length=64, primary_key=True)
    tries = models.PositiveIntegerField(_("aantal"))
    until = models.DateTimeField(_("tot"), db_index=True)

    class Meta:
        verbose_name = _("poging")
        verbose_name_plural = _("pogingen")

    def __str__(self) -> str:
        return f"{self.tries} tot {self.until}"
