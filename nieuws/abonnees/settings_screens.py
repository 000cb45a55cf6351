"""What a team decides once: sender, answers, rhythm, counting. One screen per ward."""

from __future__ import annotations

from typing import Any

from django import forms
from django.contrib import messages
from django.core.exceptions import PermissionDenied
from django.core.paginator import Paginator
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from django.views.decorators.http import require_GET, require_http_methods
from wagtail.log_actions import log

from nieuws.abonnees.access import SETTINGS, is_of_city, own_wards
from nieuws.models import NieuwsbriefInstellingen
from wijkteams.models import Wijk
from wijkteams.row_access import demand, may

PER_PAGE = 50
LONGEST = 60
THE_CITY = 0
"In the address, where the number of a ward stands."


class InstellingenForm(forms.ModelForm):  # type: ignore[type-arg]
    """The settings, in the order in which one thinks of them."""

    class Meta:
        model = NieuwsbriefInstellingen
        fields = ["sender_name", "reply_to", "colofon", "ritme", "weekdag", "count_clicks"]
        widgets = {"colofon": forms.Textarea({"rows": 3})}
        help_texts = {
            "ritme": gettext_lazy(
                "Er komt dan een concept klaar te staan. Je kijkt het na en verstuurt het zelf. "
                "Is er niets nieuws? Dan komt er geen concept. Bijvoorbeeld: Elke twee weken."
            ),
            "weekdag": gettext_lazy("Alleen als er een concept klaar komt. Bijvoorbeeld: vrijdag."),
        }

    def clean_sender_name(self) -> str:
        """One line: it stands in the head of each mail (header injection, R-23)."""
        name = " ".join(str(self.cleaned_data["sender_name"]).split())
        if "@" in name:
            raise forms.ValidationError(_("Vul hier een naam in. Het e-mailadres komt hieronder."))
        return name

    def clean_reply_to(self) -> str:
        """Answers are read by people (requirement N16)."""
        address = str(self.cleaned_data["reply_to"]).strip()
        if address.partition("@")[0].lower().replace("-", "") == "noreply":
            raise forms.ValidationError(
                _("Bewoners schrijven terug. Kies een adres dat iemand van jullie leest.")
            )
        return address


@require_GET
def which(request: HttpRequest) -> HttpResponse:
    """Whose settings; who has one ward goes there at once."""
    demand(request, SETTINGS)
    wards = own_wards(request.user, SETTINGS)
    of_city = is_of_city(request.user, SETTINGS)
    if not of_city and (few := list(wards[:2])) and len(few) == 1:
        return redirect("nieuwsbriefinstellingen:edit", few[0].pk)
    asked = request.GET.get("q", "").strip().replace("\0", "")[:LONGEST]
    if asked:
        wards = wards.filter(name__icontains=asked)
    page = Paginator(wards, PER_PAGE).get_page(request.GET.get("p"))
    context = {"page": page, "of_city": of_city, "asked": asked, **_frame()}
    return render(request, "nieuws/abonnees/instellingen.html", context)


@require_http_methods(["GET", "HEAD", "POST"])
def edit(request: HttpRequest, wijk_id: int) -> HttpResponse:
    """Of one ward, or (0) of the city."""
    if not may(request.user, wijk_id or None, SETTINGS):
        raise PermissionDenied
    wijk = get_object_or_404(Wijk, pk=wijk_id) if wijk_id else None
    row = NieuwsbriefInstellingen.objects.filter(wijk=wijk).first()
    row = row or NieuwsbriefInstellingen(wijk=wijk)
    sent = request.POST if request.method == "POST" else None
    form = InstellingenForm(sent, instance=row)
    if sent is not None and form.is_valid():
        _save(form, wijk, request.user)
        messages.success(request, _("Bewaard."))
        return redirect("nieuwsbriefinstellingen:edit", wijk_id)
    name = wijk.name if wijk else _("De stad")
    context = {"form": form, "place": name, **_frame(name)}
    return render(request, "nieuws/abonnees/instelling.html", context)


def _save(form: InstellingenForm, wijk: Wijk | None, by: Any) -> None:
    """Somebody else may have saved the first one in the meantime: then this changes that."""
    values = {name: form.cleaned_data[name] for name in form.Meta.fields}
    row, _made = NieuwsbriefInstellingen.objects.update_or_create(wijk=wijk, defaults=values)
    log(row, "wagtail.edit", user=by)


def _frame(below: str = "") -> dict[str, Any]:
    title = _("Instellingen van de nieuwsbrief")
    url = reverse("nieuwsbriefinstellingen:index") if below else ""
    crumbs = [
        {"url": reverse("wagtailadmin_home"), "label": _("Home")},
        {"url": url, "label": title},
    ]
    if below:
        crumbs.append({"url": "", "label": below})
    return {"page_title": title, "header_icon": "cog", "breadcrumbs_items": crumbs}
