"""How often links in an edition were followed."""

from __future__ import annotations

from typing import ClassVar

from django.db import models
from django.utils.translation import gettext_lazy as _

from nieuws.models.nieuwsbrief.editie import Editie


class Kliktelling(models.Model):
    """One number per page and edition: of nobody, so that nobody can be followed (N9)."""

    editie = models.ForeignKey(Editie, on_delete=models.CASCADE, related_name="kliktellingen")
    path = models.CharField(_("pagina"), max_length=300)
    count = models.PositiveIntegerField(_("aantal"), default=0)

    wagtail_reference_index_ignore: ClassVar[bool] = True

    class Meta:
        verbose_name = _("kliktelling")
        verbose_name_plural = _("kliktellingen")
        constraints: ClassVar[list[models.BaseConstraint]] = [
            models.UniqueConstraint(fields=["editie", "path"], name="kliktelling_once_per_path")
        ]

    def __str__(self) -> str:
        return f"{self.path}: {self.count}"
