"""What the team writes to all who come."""

from __future__ import annotations

from typing import TYPE_CHECKING, ClassVar, Self

from django.conf import settings
from django.db import models
from django.utils.translation import gettext_lazy as _

from wijkteams.activiteiten.models.aanmelding import Aanmelding
from wijkteams.activiteiten.models.activiteit import Activiteit
from wijkteams.activiteiten.models.keer import Keer

if TYPE_CHECKING:
    from accounts.models import User


class BerichtQuerySet(models.QuerySet["Bericht"]):
    """Messages."""

    def visible_to(self, user: User) -> Self:
        """Those about activities of the wards that a user works for."""
        own = Activiteit.objects.visible_to(user)
        return self.filter(activiteit__in=own.values("pk"))


class Bericht(models.Model):
    """A message to who comes to one time, or to a whole series. Everybody gets a mail of their
    own: nobody sees who else comes."""

    activiteit = models.ForeignKey(Activiteit, on_delete=models.CASCADE, related_name="berichten")
    keer = models.ForeignKey(Keer, null=True, on_delete=models.CASCADE, related_name="berichten")
    subject = models.CharField(_("onderwerp"), max_length=120)
    text = models.TextField(_("bericht"), max_length=3000)
    sent_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, null=True, on_delete=models.SET_NULL, related_name="+"
    )
    created_at = models.DateTimeField(_("verstuurd"), auto_now_add=True)
    request_key = models.CharField(max_length=64, unique=True)
    "Sent along by the form: the same form sent twice is one message."
    receivers = models.PositiveIntegerField(_("ontvangers"), default=0)
    "How many there were; stays when their names are gone."

    objects = BerichtQuerySet.as_manager()

    wagtail_reference_index_ignore: ClassVar[bool] = True

    class Meta:
        verbose_name = _("bericht")
        verbose_name_plural = _("berichten")
        ordering = ["-created_at", "-pk"]

    def __str__(self) -> str:
        return self.subject


class Ontvanger(models.Model):
    """One who gets a message: by its row a task knows whom it wrote to already."""

    bericht = models.ForeignKey(Bericht, on_delete=models.CASCADE, related_name="ontvangers")
    aanmelding = models.ForeignKey(Aanmelding, on_delete=models.CASCADE, related_name="+")
    mail_task = models.CharField(max_length=36, blank=True)
    "The task that sends the mail; empty: it is not in the outbox yet."

    objects = models.Manager["Ontvanger"]()

    wagtail_reference_index_ignore: ClassVar[bool] = True

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["bericht", "aanmelding"], name="ontvanger_once")
        ]

    def __str__(self) -> str:
        return f"{self.bericht_id}: {self.aanmelding_id}"
