"""What somebody answered."""

from __future__ import annotations

import uuid
from typing import TYPE_CHECKING, ClassVar, Self

from django.db import models
from django.utils.translation import gettext_lazy as _

from enquetes.models.enquete import Enquete
from enquetes.models.versie import Versie
from wijkteams.kanaal import Kanaal
from wijkteams.models.importronde import private_storage

if TYPE_CHECKING:
    from accounts.models import User


class OfEnqueteQuerySet(models.QuerySet["Inzending"]):
    """Rows of a survey."""

    def visible_to(self, user: User) -> Self:
        """Those of surveys of the wards that a user works for."""
        return self.filter(enquete__in=Enquete.objects.visible_to(user).values("pk"))


class Inzending(models.Model):
    """One filled-in survey that counts.

    Nothing in it tells who or when: the key is random, the day is that of the batch in which it
    was laid down, and the batch was shuffled (`bus`, rule R-10).
    """

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    enquete = models.ForeignKey(Enquete, on_delete=models.CASCADE, related_name="inzendingen")
    versie = models.ForeignKey(Versie, on_delete=models.CASCADE, related_name="+")
    kanaal = models.CharField(_("hoe"), max_length=10, choices=Kanaal, default=Kanaal.WEB)
    language = models.CharField(max_length=10, default="nl")
    dag = models.DateField(_("dag"))
    buurt = models.ForeignKey(
        "wijkteams.Buurt", null=True, on_delete=models.SET_NULL, related_name="+"
    )
    "As they answered themselves, or as the code on their letter tells."
    antwoorden = models.JSONField(default=dict)
    "`vragen.antwoord`."

    objects = OfEnqueteQuerySet.as_manager()

    wagtail_reference_index_ignore: ClassVar[bool] = True

    class Meta:
        verbose_name = _("inzending")
        verbose_name_plural = _("inzendingen")
        ordering = ["pk"]

    def __str__(self) -> str:
        return f"{self.enquete_id}/{self.pk}"


class Afzender(models.Model):
    """Who answered, only when the survey said so on its first page (not when it is anonymous)."""

    inzending = models.OneToOneField(Inzending, on_delete=models.CASCADE, related_name="afzender")
    name = models.CharField(_("naam"), max_length=120, blank=True)
    email = models.EmailField(_("e-mailadres"), blank=True)

    wagtail_reference_index_ignore: ClassVar[bool] = True

    class Meta:
        verbose_name = _("afzender")
        verbose_name_plural = _("afzenders")

    def __str__(self) -> str:
        return self.name or self.email


class Envelop(models.Model):
    """An answer that was sent and waits to be laid down with others (`bus`).

    Sealed with a key that is not in the database: its place in the table tells nothing.
    """

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    enquete = models.ForeignKey(Enquete, on_delete=models.CASCADE, related_name="enveloppen")
    inhoud = models.BinaryField()
    dag = models.DateField()

    wagtail_reference_index_ignore: ClassVar[bool] = True

    class Meta:
        verbose_name = _("envelop")
        verbose_name_plural = _("enveloppen")
        ordering = ["pk"]

    def __str__(self) -> str:
        return str(self.pk)


class Concept(models.Model):
    """A survey that somebody is filling in: sealed with the secret in their link or cookie.

    Who has the database cannot read it. Gone when it is sent, or when its day has come.
    """

    sleutel = models.CharField(max_length=64, primary_key=True)
    "A digest of the secret."
    enquete = models.ForeignKey(Enquete, on_delete=models.CASCADE, related_name="concepten")
    versie = models.ForeignKey(Versie, on_delete=models.CASCADE, related_name="+")
    inhoud = models.BinaryField()
    vervalt = models.DateField(_("blijft tot"))

    wagtail_reference_index_ignore: ClassVar[bool] = True

    class Meta:
        verbose_name = _("half ingevuld")
        verbose_name_plural = _("half ingevuld")
        ordering = ["pk"]

    def __str__(self) -> str:
        return self.sleutel[:8]


class ConceptFoto(models.Model):
    """A picture of something half filled in, cleaned and sealed as `Concept` is."""

    concept = models.ForeignKey(Concept, on_delete=models.CASCADE, related_name="fotos")
    naam = models.CharField(max_length=40)
    inhoud = models.BinaryField()

    wagtail_reference_index_ignore: ClassVar[bool] = True

    class Meta:
        verbose_name = _("foto")
        verbose_name_plural = _("foto's")
        ordering = ["pk"]
        constraints = [models.UniqueConstraint(fields=["concept", "naam"], name="conceptfoto_once")]

    def __str__(self) -> str:
        return self.naam


class AntwoordFoto(models.Model):
    """A picture in an answer: its key stands in `Inzending.antwoorden`. In private storage."""

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    enquete = models.ForeignKey(Enquete, on_delete=models.CASCADE, related_name="fotos")
    file = models.FileField(_("foto"), upload_to="enquetes/", storage=private_storage)

    wagtail_reference_index_ignore: ClassVar[bool] = True

    class Meta:
        verbose_name = _("foto bij een antwoord")
        verbose_name_plural = _("foto's bij antwoorden")
        ordering = ["pk"]

    def __str__(self) -> str:
        return str(self.pk)
