"""A file, and what must be known before anybody is written to (requirement N13)."""

from __future__ import annotations

from typing import Any

from django import forms
from django.core.exceptions import ValidationError
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from core.forms import UploadField
from nieuws.abonnees.access import IMPORT, own_lists
from nieuws.abonnees.importing.reading import read
from nieuws.models import Lijstimport

MAX_MB = 5


class InleesForm(forms.ModelForm):  # type: ignore[type-arg]
    """For which list, from where, of when, and why we may write."""

    bestand = UploadField(
        label=_("Bestand"),
        endings=("csv", "xlsx"),
        max_mb=MAX_MB,
        help_text=_("Met een kolom 'e-mail', en als je wilt een kolom 'naam'."),
    )
    mag = forms.BooleanField(
        label=_("Ik weet zeker dat deze mensen bij ons om deze nieuwsbrief vroegen."),
        help_text=_(
            "Een lijst van een andere club, of uit een appgroep, mag niet. Twijfel je? Vraag het "
            "dan na bij de stadsredactie."
        ),
        error_messages={"required": _("Zet hier een vinkje. Anders mogen we niet mailen.")},
    )

    class Meta:
        model = Lijstimport
        fields = ["lijst", "herkomst", "peildatum", "grondslag"]
        widgets = {
            "peildatum": forms.DateInput({"type": "date"}, format="%Y-%m-%d"),
            "grondslag": forms.RadioSelect,
        }
        help_texts = {
            "lijst": _("Bijvoorbeeld: de nieuwsbrief van jullie wijk."),
            "herkomst": _("Bijvoorbeeld: 'de lijst van de papieren wijkkrant'."),
            "peildatum": _("De dag waarop de lijst voor het laatst is bijgewerkt."),
            "grondslag": _("Dit schrijven we bij ieder adres op, als bewijs."),
        }

    def __init__(self, *args: Any, user: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        lijst: Any = self.fields["lijst"]
        lijst.queryset = own_lists(user, IMPORT)
        own = list(lijst.queryset.filter(thema=None)[:2])
        if len(own) == 1:
            self.initial.setdefault("lijst", own[0].pk)
        grondslag: Any = self.fields["grondslag"]
        grondslag.choices = Lijstimport.Grondslag.choices

    def clean_herkomst(self) -> str:
        return " ".join(str(self.cleaned_data["herkomst"]).split())

    def clean_peildatum(self) -> Any:
        day = self.cleaned_data["peildatum"]
        if day > timezone.localdate():
            raise ValidationError(_("Deze dag moet nog komen. Vul de dag in waarop je lijst is."))
        return day

    def clean_bestand(self) -> Any:
        upload = self.cleaned_data["bestand"]
        self.found = read(upload)
        return upload

    def row(self, by: Any) -> Lijstimport:
        """The preview of this file, kept until somebody says 'go on'."""
        row: Lijstimport = self.save(commit=False)
        row.file_name = str(self.cleaned_data["bestand"].name)[:200]
        row.lines, row.errors, row.made_by = self.found.people, self.found.errors, by
        row.total = len(self.found.people)
        row.counts = {"fout": self.found.wrong, "dubbel": self.found.double}
        row.save()
        return row
