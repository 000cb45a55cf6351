"""'Schrijf een idee op': what somebody tells by phone or at the door, for the queue (I1)."""

from __future__ import annotations

from datetime import timedelta
from typing import Any

from django import forms
from django.contrib import messages
from django.core.exceptions import PermissionDenied, ValidationError
from django.db import transaction
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_http_methods

from core.forms import FreeTextField, LineField, NameField, PhoneField
from core.uploads.fields import CleanImageFormField
from wijkteams.initiatieven.aanvragen.services import submit
from wijkteams.initiatieven.models import InitiatiefAanvraag, Initiatiefnemer, Nodig
from wijkteams.initiatieven.werk.access import ADD
from wijkteams.initiatieven.werk.frame import frame
from wijkteams.kanaal import Kanaal
from wijkteams.models import Wijk
from wijkteams.models.wijk import ENDED
from wijkteams.row_access import demand, within

WAYS = (Kanaal.TELEFOON, Kanaal.SPREEKUUR, Kanaal.DEUR, Kanaal.PAPIER, Kanaal.MAIL)
TWICE = timedelta(minutes=5)
"The same words by the same volunteer within this time are one idea, sent twice."


class OpschrijfForm(forms.Form):
    """Short: a telephone call lasts a few minutes."""

    kanaal = forms.ChoiceField(
        label=gettext_lazy("Hoe kwam dit binnen?"),
        choices=[(one.value, one.label) for one in WAYS],
        widget=forms.RadioSelect,
        initial=Kanaal.TELEFOON,
    )
    titel = LineField(
        label=gettext_lazy("Het idee in het kort"),
        max_length=120,
        help_text=gettext_lazy("Bijvoorbeeld: Een bus naar de winkel."),
    )
    idee = FreeTextField(
        label=gettext_lazy("Wat wil de bewoner doen?"),
        max_length=2000,
        help_text=gettext_lazy("Schrijf zonder namen van mensen."),
    )
    waarom = FreeTextField(label=gettext_lazy("Waarom?"), required=False, rows=2, max_length=1000)
    wie = FreeTextField(
        label=gettext_lazy("Wie doet wat?"), required=False, rows=2, max_length=1000
    )
    plaats_tekst = LineField(
        label=gettext_lazy("Waar?"),
        required=False,
        max_length=120,
        help_text=gettext_lazy("Leeg: in de hele wijk. Bijvoorbeeld: Het plein bij de school."),
    )
    foto = CleanImageFormField(label=gettext_lazy("Foto"), required=False)
    name = NameField(label=gettext_lazy("Naam van de bewoner"))
    phone = PhoneField(label=gettext_lazy("Telefoonnummer"), required=False)
    email = forms.EmailField(
        label=gettext_lazy("E-mailadres"),
        max_length=254,
        required=False,
        help_text=gettext_lazy("De bewoner krijgt een mail met een knop: bent u dit?"),
    )
    naam_openbaar = forms.BooleanField(label=gettext_lazy("De naam mag op de site"), required=False)

    def __init__(self, *args: Any, wijk: Wijk, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.wijk = wijk
        for kind in Nodig:
            self.fields[f"nodig_{kind.value}"] = LineField(
                label=_("Nodig: %(kind)s") % {"kind": kind.label.lower()},
                required=False,
                max_length=200,
            )
        first = [name for name in self.fields if name.startswith("nodig_")]
        before = list(self.fields)[: list(self.fields).index("foto")]
        self.order_fields([*before, *first])

    def clean(self) -> dict[str, Any]:
        data: dict[str, Any] = super().clean() or self.cleaned_data
        if not self.errors and not (data.get("phone") or data.get("email")):
            text = _("Vul een telefoonnummer of een e-mailadres in: anders hoort niemand iets.")
            raise ValidationError({"phone": text})
        return data

    def idea(self, *, by: Any) -> InitiatiefAanvraag:
        """What was filled in, not yet saved."""
        data = self.cleaned_data
        names = ("kanaal", "titel", "idee", "waarom", "wie", "plaats_tekst")
        made = InitiatiefAanvraag(
            wijk=self.wijk, ingevoerd_door=by, **{name: data[name] for name in names}
        )
        made.hele_wijk = not data["plaats_tekst"]
        made.nodig = {
            kind.value: data[f"nodig_{kind.value}"] for kind in Nodig if data[f"nodig_{kind.value}"]
        }
        return made

    def person(self) -> Initiatiefnemer:
        """Who told it, not yet saved."""
        names = ("name", "phone", "email", "naam_openbaar")
        return Initiatiefnemer(**{name: self.cleaned_data[name] for name in names})


@never_cache
@require_http_methods(["GET", "HEAD", "POST"])
def new(request: HttpRequest) -> HttpResponse:
    """For which ward, and the form."""
    demand(request, ADD)
    wards = list(Wijk.objects.filter(within(request.user, ADD, "pk")).exclude(status__in=ENDED))
    wijk = _ward(request, wards)
    if wijk is None:
        context = {"wards": wards, **frame(_("Een idee opschrijven"))}
        return render(request, "initiatieven/werk/nieuw_wijk.html", context)
    sent = (request.POST, request.FILES) if request.method == "POST" else (None, None)
    form = OpschrijfForm(*sent, wijk=wijk)
    if form.is_valid():
        aanvraag = _keep(form, request.user)
        messages.success(request, _("Opgeschreven. Het idee staat in de rij."))
        return redirect("initiatieven:idee", aanvraag.pk)
    context = {
        "wijk": wijk,
        "many": len(wards) > 1,
        "form": form,
        **frame(_("Een idee opschrijven")),
    }
    status = 422 if form.is_bound else 200
    return render(request, "initiatieven/werk/nieuw.html", context, status=status)


def _ward(request: HttpRequest, wards: list[Wijk]) -> Wijk | None:
    """The ward that was asked for, or the only one; None when there is a choice to make."""
    asked = request.GET.get("wijk", "")
    if asked:
        found = next((one for one in wards if one.slug == asked), None)
        if found is None:
            raise PermissionDenied
        return found
    return wards[0] if len(wards) == 1 else None


@transaction.atomic
def _keep(form: OpschrijfForm, by: Any) -> InitiatiefAanvraag:
    aanvraag = form.idea(by=by)
    before = InitiatiefAanvraag.objects.filter(
        ingevoerd_door=by,
        wijk=aanvraag.wijk,
        titel=aanvraag.titel,
        idee=aanvraag.idee,
        ingediend_op__gt=timezone.now() - TWICE,
    ).first()
    if before is not None:
        found: InitiatiefAanvraag = before
        return found
    foto = form.cleaned_data["foto"]
    return submit(aanvraag, [form.person()], [foto.read()] if foto else [])
