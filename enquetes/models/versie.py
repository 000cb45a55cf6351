"""The questions as they were asked."""

from __future__ import annotations

import json
from functools import lru_cache
from typing import Self

from django.db import models
from django.db.models import F, TextField
from django.db.models.functions import Cast
from django.utils.functional import cached_property
from django.utils.translation import gettext_lazy as _

from enquetes.models.enquete import Enquete
from enquetes.vragen import Vragenlijst

LISTS = 16
"Of so many lists of questions a process remembers what it made of them."


@lru_cache(LISTS)
def asked_in(text: str) -> Vragenlijst:
    """The questions in this JSON; the same text is read once. Values: nobody changes them."""
    return Vragenlijst.from_json(json.loads(text))


class VersieQuerySet(models.QuerySet["Versie"]):
    """Lists of questions."""

    def to_read(self) -> Self:
        """For who only reads `vragenlijst`, and does so at each turn of a page."""
        return self.defer("inhoud").annotate(text=as_text())


def as_text(way: str = "") -> Cast:
    """The content of a version as it stands in the database; `way`: to a row that refers to it."""
    return Cast(F(f"{way}inhoud"), TextField())


class Versie(models.Model):
    """One list of questions of a survey; never changed once somebody has answered it (S3)."""

    enquete = models.ForeignKey(Enquete, on_delete=models.CASCADE, related_name="versies")
    nummer = models.PositiveSmallIntegerField(_("versie"))
    inhoud = models.JSONField()
    "`Vragenlijst.as_json()`, in the language of the page that speaks."
    created_at = models.DateTimeField(auto_now_add=True)

    objects = VersieQuerySet.as_manager()

    class Meta:
        verbose_name = _("versie")
        verbose_name_plural = _("versies")
        ordering = ["enquete", "nummer"]
        constraints = [models.UniqueConstraint(fields=["enquete", "nummer"], name="versie_once")]

    def __str__(self) -> str:
        return f"{self.enquete} ({self.nummer})"

    @cached_property
    def vragenlijst(self) -> Vragenlijst:
        """The questions as values."""
        text = self.__dict__.get("text")
        if text is not None:
            return asked_in(text)
        return Vragenlijst.from_json(self.inhoud)
