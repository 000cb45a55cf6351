"""What is filled in on the screen of one signal."""

from __future__ import annotations

from typing import Any

from django import forms
from django.contrib.auth import get_user_model
from django.core.exceptions import ValidationError
from django.db.models import Q, QuerySet
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from wagtail.permissions import policy_registry

from core.forms import FreeTextField
from wijkteams.moderatie.models import Reden
from wijkteams.signalen.models import Categorie, Klasse, Signaal, Staat
from wijkteams.signalen.services import ORDER
from wijkteams.signalen.staten import MOVES


class StapForm(forms.Form):
    """A next step: where it goes, what residents read, and what only the team reads."""

    naar = forms.ChoiceField(label=gettext_lazy("Wordt het anders?"), widget=forms.RadioSelect)
    openbare_zin = FreeTextField(
        label=gettext_lazy("Wat iedereen mag lezen"),
        required=False,
        rows=3,
        max_length=600,
        help_text=gettext_lazy(
            "Wie dit vertelde en wie het volgt, krijgt deze zin ook per mail. Schrijf zonder namen."
        ),
    )
    interne_notitie = FreeTextField(
        label=gettext_lazy("Alleen voor het team"), required=False, rows=3, max_length=2000
    )
    seen = forms.IntegerField(widget=forms.HiddenInput)

    def __init__(self, data: Any = None, *, signaal: Signaal) -> None:
        super().__init__(data, initial={"naar": signaal.staat, "seen": signaal.stap})
        stays = _("Blijft ‘%(staat)s’") % {"staat": signaal.get_staat_display()}
        choices: Any = self.fields["naar"]
        choices.choices = [
            (signaal.staat, stays),
            *((staat, Staat(staat).label) for staat in MOVES[signaal.staat]),
        ]
        self.signaal = signaal
        if signaal.is_vertrouwelijk:
            told = self.fields["openbare_zin"]
            told.label = _("Wat mag lezen wie het vertelde")
            told.help_text = _("Dit staat alleen achter de eigen link van die bewoner.")

    def clean(self) -> dict[str, Any]:
        data: dict[str, Any] = super().clean() or self.cleaned_data
        words = data.get("openbare_zin") or data.get("interne_notitie")
        if data.get("naar") == self.signaal.staat and not words and not self.errors:
            raise ValidationError(_("Kies een andere staat, of schrijf iets op."))
        return data

    def look_again(self) -> None:
        """What was typed stays; the next try is one on what is there now."""
        sent: Any = self.data
        self.data = sent.copy()
        self.data["seen"] = str(self.signaal.stap)  # type: ignore[index]


class RegelForm(forms.Form):
    """Who takes it up, and when to come back to it."""

    toegewezen_aan = forms.ModelChoiceField(
        label=gettext_lazy("Wie pakt het op?"),
        required=False,
        queryset=get_user_model().objects.none(),
        empty_label=gettext_lazy("Nog niemand"),
    )
    herinnering_op = forms.DateField(
        label=gettext_lazy("Kom erop terug op"),
        required=False,
        widget=forms.DateInput({"type": "date"}, format="%Y-%m-%d"),
        error_messages={"invalid": gettext_lazy("Kies een dag. Bijvoorbeeld: 31-12-2030.")},
    )

    def __init__(self, data: Any = None, *, signaal: Signaal) -> None:
        initial = {
            "toegewezen_aan": signaal.toegewezen_aan_id,
            "herinnering_op": signaal.herinnering_op,
        }
        super().__init__(data, initial=initial)
        people: Any = self.fields["toegewezen_aan"]
        people.queryset = who_may_take_up(signaal)


class SoortForm(forms.Form):
    """What it is about, and who may know of it."""

    categorie = forms.ModelChoiceField(
        label=gettext_lazy("Categorie"), queryset=Categorie.objects.none(), empty_label=None
    )
    klasse = forms.ChoiceField(
        label=gettext_lazy("Wie mag het weten?"),
        choices=Klasse.choices,
        widget=forms.RadioSelect,
        help_text=gettext_lazy(
            "Openbaar: iedereen leest de tekst. Beperkt: iedereen ziet alleen waar het over gaat. "
            "Vertrouwelijk: alleen een kleine groep van het team."
        ),
    )

    def __init__(self, data: Any = None, *, signaal: Signaal) -> None:
        initial = {"categorie": signaal.categorie_id, "klasse": signaal.klasse}
        super().__init__(data, initial=initial)
        kinds: Any = self.fields["categorie"]
        here = Q(wijk=None) | Q(wijk=signaal.wijk_id)
        kinds.queryset = Categorie.objects.filter(
            here & Q(is_actief=True) | Q(pk=signaal.categorie_id)
        )

    def clean(self) -> dict[str, Any]:
        data: dict[str, Any] = super().clean() or self.cleaned_data
        categorie, klasse = data.get("categorie"), data.get("klasse")
        if categorie and klasse and ORDER.index(klasse) < ORDER.index(categorie.klasse):
            text = _("Bij deze categorie is het ten minste ‘%(klasse)s’.")
            raise ValidationError({"klasse": text % {"klasse": categorie.get_klasse_display()}})
        return data


class RedenForm(forms.Form):
    """Why a signal goes off the site: who told it reads this (rule R-16)."""

    grond = forms.ChoiceField(
        label=gettext_lazy("Welke huisregel?"), choices=Reden.choices, initial=Reden.PRIVACY
    )
    reden = FreeTextField(
        label=gettext_lazy("Waarom haal je het van de site?"),
        rows=2,
        max_length=400,
        help_text=gettext_lazy(
            "Wie het vertelde, leest dit. Bijvoorbeeld: in de tekst staan namen van mensen."
        ),
    )


def who_may_take_up(signaal: Signaal) -> QuerySet[Any]:
    """The people of the team who may follow it up; of a confidential one only the smaller group."""
    policy: Any = policy_registry.get_by_type(Signaal)
    action = "confidential" if signaal.is_vertrouwelijk else "change"
    people = policy.users_with_any_permission_for_instance([action], signaal)
    here = people.filter(lidmaatschappen__wijk=signaal.wijk_id) | people.filter(
        pk=signaal.toegewezen_aan_id
    )
    found: QuerySet[Any] = here.distinct()
    return found
