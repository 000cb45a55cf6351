"""What came from what: 'Van signaal tot resultaat'."""

from __future__ import annotations

from typing import ClassVar

from django.contrib.contenttypes.models import ContentType
from django.db import models
from django.utils import timezone
from django.utils.translation import gettext_lazy as _


class Draad(models.Model):
    """One link of the thread: this came from that, why, when, and by whom.

    The ends are of any model (`draden.registry`). A page is named by its translation key, so that
    the thread is the same in every language; a row by its primary key.
    """

    van_type = models.ForeignKey(ContentType, on_delete=models.CASCADE, related_name="+")
    van_sleutel = models.CharField(max_length=36)
    naar_type = models.ForeignKey(ContentType, on_delete=models.CASCADE, related_name="+")
    naar_sleutel = models.CharField(max_length=36)
    waarom = models.CharField(_("waarom"), max_length=300, blank=True)
    wanneer = models.DateTimeField(_("wanneer"), default=timezone.now)
    door = models.ForeignKey(
        "accounts.User", null=True, on_delete=models.SET_NULL, related_name="+"
    )

    wagtail_reference_index_ignore: ClassVar[bool] = True

    class Meta:
        verbose_name = _("draad")
        verbose_name_plural = _("draden")
        ordering = ["wanneer", "pk"]
        constraints = [
            models.UniqueConstraint(
                fields=["van_type", "van_sleutel", "naar_type", "naar_sleutel"], name="draad_once"
            )
        ]
        indexes = [models.Index(fields=["naar_type", "naar_sleutel"], name="draad_naar")]

    def __str__(self) -> str:
        return f"{self.van_sleutel} → {self.naar_sleutel}"
