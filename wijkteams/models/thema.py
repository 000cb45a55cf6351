from __future__ import annotations

from django.db import models
from django.utils.translation import gettext_lazy as _

from wijkteams.querysets import InOwnWijkQuerySet


class Thema(models.Model):
    """A subject that pages share, such as 'groen' or 'verkeer'. Without wijk: of the whole city."""

    name = models.CharField(_("naam"), max_length=60)
    slug = models.SlugField(_("adres"), max_length=60, unique=True)
    wijk = models.ForeignKey(
        "wijkteams.Wijk",
        verbose_name=_("wijk"),
        null=True,
        blank=True,
        on_delete=models.CASCADE,
        related_name="themas",
    )

    objects = InOwnWijkQuerySet["Thema"].as_manager()

    class Meta:
        verbose_name = _("thema")
        verbose_name_plural = _("thema's")
        ordering = ["name", "pk"]

    def __str__(self) -> str:
        return self.name
