"""Addresses that pages once had."""

from __future__ import annotations

from hashlib import sha256
from typing import Any, ClassVar

from django.db import models
from django.utils.translation import gettext_lazy as _


class OudPad(models.Model):
    """An address that a page once had: it and everything under it leads on to the page (X2).

    One row for a whole branch, however many pages hang in it. A ward's own address has `OudAdres`,
    which holds in all languages at once.
    """

    page = models.ForeignKey(
        "wagtailcore.Page", on_delete=models.CASCADE, related_name="+", verbose_name=_("pagina")
    )
    path = models.TextField(_("oud pad"))
    # Addresses can be longer than what a database can keep unique.
    digest = models.CharField(max_length=64, unique=True, editable=False)
    created_at = models.DateTimeField(auto_now_add=True)

    # Nobody has to know of it before a page may go.
    wagtail_reference_index_ignore: ClassVar[bool] = True

    class Meta:
        verbose_name = _("oud pad")
        verbose_name_plural = _("oude paden")
        ordering = ["path"]

    def __str__(self) -> str:
        return self.path

    def save(self, *args: Any, **kwargs: Any) -> None:
        self.digest = digest_of(self.path)
        super().save(*args, **kwargs)


def digest_of(path: str) -> str:
    """By what a path is found."""
    return sha256(path.encode(errors="replace")).hexdigest()
