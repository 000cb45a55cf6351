"""What the workers tell one another, through the database."""

from __future__ import annotations

from django.db import models
from django.utils.translation import gettext_lazy as _


class Klokslag(models.Model):
    """A recurring job, and the end of the period for which it was put in the queue last.

    Two workers have two clocks; the row lets only the first of them enqueue.
    """

    job = models.SlugField(_("taak"), max_length=60, primary_key=True)
    until = models.DateTimeField(_("tot"))

    class Meta:
        verbose_name = _("klokslag")
        verbose_name_plural = _("klokslagen")

    def __str__(self) -> str:
        return f"{self.job}: {self.until}"


class Werker(models.Model):
    """A worker that lives, and when it last said so. Its tasks are given back when it does not."""

    worker_id = models.CharField(max_length=64, primary_key=True)
    seen_at = models.DateTimeField(_("laatst gezien"), db_index=True)

    class Meta:
        verbose_name = _("werker")
        verbose_name_plural = _("werkers")

    def __str__(self) -> str:
        return self.worker_id
