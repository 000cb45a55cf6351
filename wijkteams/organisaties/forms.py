"""What the team and a partner fill in about a partner."""

from __future__ import annotations

from typing import Any, ClassVar

from django import forms
from django.utils.translation import gettext_lazy as _

from core.forms import FreeTextField, LineField
from wijkteams.models import Organisatie, Wijk
from wijkteams.organisaties.services import entered
from wijkteams.row_forms import WijkRowForm

FEW = 1


class OrganisatieForm(WijkRowForm):
    """For the team. A ward puts nobody on the page of another ward."""

    website = forms.URLField(
        label=_("website"),
        required=False,
        assume_scheme="https",
        help_text=_("Bijvoorbeeld: https://woongoed.example."),
    )

    class Meta:
        widgets: ClassVar[dict[str, Any]] = {
            "wat": forms.Textarea({"rows": 3}),
            "wijken": forms.CheckboxSelectMultiple,
        }

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        field: Any = self.fields["wijken"]
        field.queryset = self._may_name()
        field.help_text = _("Niets gekozen? Dan in de wijk hierboven. Van de stad: in alle wijken.")
        if field.queryset.count() <= FEW:
            del self.fields["wijken"]

    def _may_name(self) -> Any:
        if self.membership.is_city:
            return Wijk.objects.order_by("name")
        known = self.instance.wijken.values("pk") if self.instance.pk else []
        own = Wijk.objects.filter(pk__in=self.membership.wijk_ids)
        return (own | Wijk.objects.filter(pk__in=known)).order_by("name")

    def clean_contact_email(self) -> str:
        return str(self.cleaned_data["contact_email"]).strip()

    def save(self, commit: bool = True) -> Any:
        entered(self.instance)
        return super().save(commit=commit)


class WaaromNietForm(forms.Form):
    """Why the team does not take over what a partner typed: its contact reads this."""

    waarom = FreeTextField(
        label=_("Waarom neem je het niet over?"),
        rows=3,
        max_length=400,
        help_text=_(
            "De contactpersoon leest dit. Bijvoorbeeld: Schrijf liever wat jullie in deze wijk "
            "doen."
        ),
    )


class EigenForm(forms.ModelForm[Organisatie]):
    """For the partner itself, without an account. Its name and its wards are the team's."""

    wat = FreeTextField(
        label=_("Wat doet u voor de wijk?"),
        required=False,
        max_length=600,
        help_text=_("Bijvoorbeeld: Wij verhuren 1.200 huizen, en helpen bij problemen met buren."),
    )
    website = forms.URLField(
        label=_("Website"),
        required=False,
        assume_scheme="https",
        help_text=_("Bijvoorbeeld: https://woongoed.example."),
    )
    phone = LineField(label=_("Telefoon voor bewoners"), required=False, max_length=20)
    contact_name = LineField(
        label=_("Wie is de contactpersoon?"),
        required=False,
        max_length=120,
        help_text=_("Alleen voor het wijkteam. Bijvoorbeeld: Ria de Wit."),
    )
    contact_email = forms.EmailField(
        label=_("E-mail van de contactpersoon"),
        help_text=_(
            "Alleen voor het wijkteam. Een ander adres? Dan gaat de link voortaan daarheen."
        ),
    )
    contact_phone = LineField(
        label=_("Telefoon van de contactpersoon"),
        required=False,
        max_length=20,
        help_text=_("Alleen voor het wijkteam."),
    )

    class Meta:
        model = Organisatie
        fields: ClassVar[list[str]] = [
            "wat",
            "website",
            "phone",
            "contact_name",
            "contact_email",
            "contact_phone",
        ]
