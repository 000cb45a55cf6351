"""What must still go from the kept answers."""

from __future__ import annotations

from django.db import models
from django.utils.translation import gettext_lazy as _


class Veegopdracht(models.Model):
    """Keys of kept answers that go when this transaction is over.

    Written with the change itself and struck out when it was done: what stays was cut off.
    """

    keys = models.JSONField(_("sleutels"))
    made_at = models.DateTimeField(_("gemaakt"), auto_now_add=True, db_index=True)

    class Meta:
        verbose_name = _("veegopdracht")
        verbose_name_plural = _("veegopdrachten")

    def __str__(self) -> str:
        return ", ".join(self.keys)
