"""What was made to hang up: a poster of an activity, the agenda of a month."""

from __future__ import annotations

import secrets
from datetime import date, timedelta
from typing import TYPE_CHECKING, ClassVar

from django.core.files.storage import Storage, storages
from django.db import models
from django.utils import timezone
from django.utils.formats import date_format
from django.utils.text import capfirst, slugify
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from wijkteams.querysets import InOwnWijkQuerySet

if TYPE_CHECKING:
    from wijkteams.activiteiten.models import ActiviteitPage

KEPT = timedelta(days=30)
"How long the file is kept; whoever needs it later makes it anew, with what is true then."


def private_storage() -> Storage:
    """Out of reach of the web server: a view asks for rights."""
    return storages["private"]


def upload_to(instance: Drukwerk, filename: str) -> str:
    """A name that nobody can guess."""
    return f"drukwerk/{secrets.token_hex(16)}.pdf"


class Drukwerk(models.Model):
    """One PDF, ordered by a volunteer and made by a task."""

    class Soort(models.TextChoices):
        """What it is."""

        POSTER = "poster", _("Poster")
        AGENDA = "agenda", _("Agenda om op te hangen")

    class Stand(models.TextChoices):
        """How far it is."""

        WACHT = "wacht", _("Wordt gemaakt")
        KLAAR = "klaar", _("Klaar")
        MISLUKT = "mislukt", _("Niet gelukt")

    wijk = models.ForeignKey(
        "wijkteams.Wijk",
        null=True,
        on_delete=models.CASCADE,
        related_name="drukwerk",
        verbose_name=_("wijk"),
    )
    soort = models.CharField(_("soort"), max_length=10, choices=Soort)
    stand = models.CharField(_("stand"), max_length=10, choices=Stand, default=Stand.WACHT)
    page = models.ForeignKey(
        "activiteiten.ActiviteitPage", null=True, on_delete=models.CASCADE, related_name="+"
    )
    "Of a poster: which activity, and in which language."
    agenda = models.ForeignKey(
        "activiteiten.AgendaPage", null=True, on_delete=models.CASCADE, related_name="+"
    )
    "Of an agenda: which one, and in which language."
    keer = models.ForeignKey(
        "activiteiten.Keer", null=True, on_delete=models.SET_NULL, related_name="+"
    )
    "Of a poster of one time."
    month = models.DateField(_("maand"), null=True)
    "Of an agenda: the first day of its month."
    title = models.CharField(_("wat"), max_length=255)
    file = models.FileField(upload_to=upload_to, storage=private_storage, blank=True)
    made_by = models.ForeignKey(
        "accounts.User", null=True, on_delete=models.SET_NULL, related_name="+"
    )
    created_at = models.DateTimeField(_("gevraagd op"), auto_now_add=True)

    objects = InOwnWijkQuerySet["Drukwerk"].as_manager()

    # Nobody has to know of it before a page may go.
    wagtail_reference_index_ignore: ClassVar[bool] = True

    class Meta:
        verbose_name = _("drukwerk")
        verbose_name_plural = _("drukwerk")
        ordering = ["-created_at", "-pk"]
        indexes = [models.Index(fields=["created_at"], name="drukwerk_age")]

    def __str__(self) -> str:
        return self.title

    @property
    def is_waiting(self) -> bool:
        """Whether the task has still to come."""
        return self.stand == self.Stand.WACHT

    @property
    def kept_until(self) -> date:
        """When the file goes."""
        return timezone.localdate(self.created_at + KEPT)

    @property
    def file_name(self) -> str:
        """What the download is called."""
        return f"{slugify(f'{self.get_soort_display()} {self.title}')[:80] or 'drukwerk'}.pdf"


def title_of(page: ActiviteitPage | None, month: date | None, wijk_name: str) -> str:
    """How it stands in the list of what was made."""
    if page is not None:
        return page.title
    said = gettext("%(month)s, %(wijk)s") % {
        "month": date_format(month, "F Y") if month else "",
        "wijk": wijk_name,
    }
    return capfirst(said)
