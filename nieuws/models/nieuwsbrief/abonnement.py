"""Who is on which list."""

from __future__ import annotations

from typing import ClassVar, Self

from django.db import models
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from nieuws.models.nieuwsbrief.abonnee import Abonnee
from nieuws.models.nieuwsbrief.lijst import Lijst
from wijkteams.kanaal import Kanaal
from wijkteams.querysets import InOwnWijkQuerySet


class AbonnementQuerySet(InOwnWijkQuerySet["Abonnement"]):
    """Places on lists."""

    def active(self) -> Self:
        """Confirmed, and not ended."""
        return self.filter(status=Abonnement.Status.ACTIEF)

    def reachable(self) -> Self:
        """Those who get the next edition."""
        return self.active().filter(abonnee__stand=Abonnee.Stand.ACTIEF)


class Abonnement(models.Model):
    """Somebody on one list, or about to be, or no longer."""

    class Status(models.TextChoices):
        """Only the second is written to."""

        ONBEVESTIGD = "onbevestigd", _("Nog niet bevestigd")
        ACTIEF = "actief", _("Ontvangt de nieuwsbrief")
        AFGEMELD = "afgemeld", _("Afgemeld")

    abonnee = models.ForeignKey(Abonnee, on_delete=models.CASCADE, related_name="abonnementen")
    lijst = models.ForeignKey(Lijst, on_delete=models.CASCADE, related_name="abonnementen")
    wijk = models.ForeignKey(
        "wijkteams.Wijk", null=True, editable=False, on_delete=models.CASCADE, related_name="+"
    )
    "That of the list, for lists of a hundred thousand rows."
    status = models.CharField(_("stand"), max_length=12, choices=Status, default=Status.ONBEVESTIGD)
    name = models.CharField(_("naam"), max_length=100, blank=True)
    "What somebody told this ward; another ward does not see it."
    bron = models.CharField(_("hoe"), max_length=10, choices=Kanaal, default=Kanaal.WEB)
    code = models.CharField(max_length=32, unique=True)
    "Random; with the key of the site it makes the links to leave and to go on."
    entered_by = models.ForeignKey(
        "accounts.User", null=True, on_delete=models.SET_NULL, related_name="+"
    )
    "Who of the team put them on the list; None: they themselves."
    aanvraag = models.CharField(max_length=32, blank=True, db_index=True)
    "Random, the same for all lists asked for in one go; the link to confirm carries it."
    asked_at = models.DateTimeField(default=timezone.now)
    "When it was last asked for: the link works for seven days from then."
    created_at = models.DateTimeField(auto_now_add=True)
    confirmed_at = models.DateTimeField(null=True)
    consent_at = models.DateTimeField(null=True)
    "Their last explicit act; after 24 months we ask again (requirement N12)."
    reminded_at = models.DateTimeField(null=True)
    "When we asked again."
    ended_at = models.DateTimeField(null=True)

    objects = AbonnementQuerySet.as_manager()

    wagtail_reference_index_ignore: ClassVar[bool] = True

    class Meta:
        verbose_name = _("abonnement")
        verbose_name_plural = _("abonnementen")
        ordering = ["-created_at", "-pk"]
        constraints: ClassVar[list[models.BaseConstraint]] = [
            models.UniqueConstraint(fields=["abonnee", "lijst"], name="abonnement_once_per_lijst")
        ]
        indexes: ClassVar[list[models.Index]] = [
            models.Index(fields=["wijk", "-created_at", "-id"], name="abonnement_of_wijk"),
            models.Index(fields=["-created_at", "-id"], name="abonnement_newest"),
            models.Index(fields=["wijk", "status"], name="abonnement_wijk_status"),
            models.Index(fields=["lijst", "status"], name="abonnement_lijst_status"),
            models.Index(fields=["status", "consent_at"], name="abonnement_consent"),
            models.Index(fields=["status", "asked_at"], name="abonnement_asked"),
        ]

    def __str__(self) -> str:
        return f"{self.abonnee_id} · {self.lijst_id}"

    def save(self, *args: object, **kwargs: object) -> None:
        self.wijk_id = self.lijst.wijk_id
        super().save(*args, **kwargs)  # type: ignore[arg-type]
