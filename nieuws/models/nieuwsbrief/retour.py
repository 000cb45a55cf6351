"""Mail that came back."""

from __future__ import annotations

from typing import TYPE_CHECKING, ClassVar, Self

from django.db import models
from django.db.models import Exists, OuterRef
from django.utils.translation import gettext_lazy as _

from nieuws.models.nieuwsbrief.abonnee import Abonnee
from nieuws.models.nieuwsbrief.abonnement import Abonnement
from nieuws.models.nieuwsbrief.editie import Editie

if TYPE_CHECKING:
    from accounts.models import User


class RetourQuerySet(models.QuerySet["Retour"]):
    """Bounces and complaints."""

    def visible_to(self, user: User) -> Self:
        """Those of readers of the wards that a user works for."""
        from wijkteams.membership import membership_of

        membership = membership_of(user)
        if membership.is_city:
            return self
        own = Abonnement.objects.filter(
            abonnee=OuterRef("abonnee"), wijk_id__in=membership.wijk_ids
        )
        return self.filter(Exists(own))


class Retour(models.Model):
    """One mail that did not arrive, or that a reader called unwanted (requirement N8)."""

    class Soort(models.TextChoices):
        """How bad it is."""

        HARD = "hard", _("Adres bestaat niet")
        ZACHT = "zacht", _("Kwam nu niet aan")
        KLACHT = "klacht", _("Gemeld als ongewenst")

    class Bron(models.TextChoices):
        """Where we heard of it."""

        SMTP = "smtp", _("Mailserver")
        POSTBUS = "postbus", _("Postbus voor retouren")
        DIENST = "dienst", _("Verzenddienst")

    abonnee = models.ForeignKey(Abonnee, on_delete=models.CASCADE, related_name="retouren")
    editie = models.ForeignKey(Editie, null=True, on_delete=models.SET_NULL, related_name="+")
    soort = models.CharField(_("wat"), max_length=6, choices=Soort)
    bron = models.CharField(_("gemeld door"), max_length=8, choices=Bron)
    code = models.CharField(_("code"), max_length=20, blank=True)
    "Of RFC 3463, such as 5.1.1."
    reden = models.CharField(_("reden"), max_length=200, blank=True)
    "What the other server said, without addresses."
    bericht = models.CharField(max_length=64, unique=True)
    "A hash of the report: the same one read twice counts once."
    moment = models.DateTimeField(_("wanneer"), auto_now_add=True)
    handled_at = models.DateTimeField(_("bekeken op"), null=True)

    objects = RetourQuerySet.as_manager()

    wagtail_reference_index_ignore: ClassVar[bool] = True

    class Meta:
        verbose_name = _("retour")
        verbose_name_plural = _("retouren")
        ordering = ["-moment", "-pk"]
        indexes: ClassVar[list[models.Index]] = [
            models.Index(fields=["abonnee", "soort", "moment"], name="retour_of_abonnee")
        ]

    def __str__(self) -> str:
        return f"{self.get_soort_display()} {self.code}".strip()

    @property
    def uitleg(self) -> str:
        """What happened, in plain words for who looks after the list."""
        from nieuws.retouren.words import in_words

        return in_words(self)
