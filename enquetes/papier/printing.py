"""The screen on which forms to print are asked for and fetched."""

from __future__ import annotations

from typing import Any

from django import forms
from django.conf import settings
from django.contrib import messages
from django.http import FileResponse, Http404, HttpRequest, HttpResponse
from django.http.response import HttpResponseBase
from django.shortcuts import redirect, render
from django.utils.text import slugify
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from django.views.decorators.http import require_GET, require_http_methods

from core.forms import NumberField
from enquetes.models import Enquete, EnquetePage, Formulierdruk
from enquetes.papier.access import the_print, the_survey
from enquetes.papier.making import MOST, order
from enquetes.papier.piles import frame

REFRESH_SECONDS = "3"
SHOWN = 25


class DrukForm(forms.Form):
    """Which forms are wanted."""

    language = forms.ChoiceField(label=gettext_lazy("Taal"))
    groot = forms.TypedChoiceField(
        label=gettext_lazy("Letters"),
        choices=[("", gettext_lazy("Gewoon")), ("1", gettext_lazy("Groot (16 punten)"))],
        coerce=bool,
        required=False,
        empty_value=False,  # type: ignore[arg-type]
        widget=forms.RadioSelect,
        initial="",
    )
    aantal = NumberField(
        label=gettext_lazy("Hoeveel, elk met een eigen nummer?"),
        min_value=0,
        max_value=MOST,
        initial=0,
        help_text=gettext_lazy(
            "Hoogstens 500. Met 0 krijg je er één zonder nummer, om zelf te kopiëren. "
            "Schrijf nergens op wie welk nummer krijgt."
        ),
    )
    vanaf = NumberField(
        label=gettext_lazy("Eerste nummer"), min_value=1, max_value=999_000, initial=1
    )

    def __init__(self, *args: Any, languages: list[tuple[str, str]], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        chosen: Any = self.fields["language"]
        chosen.choices = languages


@require_http_methods(["GET", "HEAD", "POST"])
def screen(request: HttpRequest, pk: int) -> HttpResponse:
    """Ask for forms; below, what was made. Looks again by itself while something is made."""
    enquete = the_survey(request, pk)
    versie = enquete.versie
    data = request.POST if request.method == "POST" else None
    first = _after_last(enquete)
    form = DrukForm(data, languages=languages_of(enquete), initial={"vanaf": first})
    if versie is not None and form.is_valid():
        order(enquete, versie, by=request.user, **form.cleaned_data)  # type: ignore[arg-type]
        messages.success(request, _("De formulieren worden gemaakt. Dat duurt een paar tellen."))
        return redirect("papier:afdrukken", enquete.pk)
    rows = list(enquete.drukwerk.all()[:SHOWN])
    context = {
        "enquete": enquete,
        "versie": versie,
        "form": form,
        "rows": rows,
        **frame(enquete, below=_("Formulier afdrukken")),
    }
    response = render(request, "enquetes/papier/afdrukken.html", context)
    if any(row.stand == Formulierdruk.Stand.WACHT for row in rows):
        response["Refresh"] = REFRESH_SECONDS
    return response


def languages_of(enquete: Enquete) -> list[tuple[str, str]]:
    """The languages in which this survey is on the site; the house's own first."""
    pages = EnquetePage.objects.live().filter(translation_key=enquete.translation_key)
    found = set(pages.values_list("locale__language_code", flat=True))
    return [one for one in settings.LANGUAGES if one[0] in found | {settings.LANGUAGE_CODE}]


def _after_last(enquete: Enquete) -> int:
    """So that no number is printed twice as long as nobody asks for it."""
    return max((row.vanaf + row.aantal for row in enquete.drukwerk.all()), default=1)


@require_GET
def download(request: HttpRequest, druk_id: int) -> HttpResponseBase:
    """The PDF; rights are asked again at every download."""
    row = the_print(request, druk_id)
    if not row.file:
        raise Http404
    name = slugify(f"formulier {row.enquete.title} {row.language}")[:80]
    response = FileResponse(
        row.file.open("rb"),
        as_attachment=True,
        filename=f"{name}.pdf",
        content_type="application/pdf",
    )
    response["Cache-Control"] = "private, no-store"
    response["X-Content-Type-Options"] = "nosniff"
    return response
