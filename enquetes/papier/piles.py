"""Screens: for which surveys, which piles, what is in a pile, and letting it count."""

from __future__ import annotations

from collections import Counter
from typing import Any

from django import forms
from django.contrib import messages
from django.core.paginator import Paginator
from django.db.models import Count, Q
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy, ngettext
from django.views.decorators.http import require_GET, require_http_methods

from enquetes.models import Enquete, Papierstapel
from enquetes.papier.access import PAPER, may_open, the_pile, the_survey
from enquetes.papier.counting import per_channel
from enquetes.papier.services import KANALEN, PapierError, make_stapel, tel_mee, verschillen
from wijkteams.row_access import demand, within

PER_PAGE = 50


class StapelForm(forms.Form):
    """How a pile came in, and whether it is typed twice."""

    kanaal = forms.ChoiceField(
        label=gettext_lazy("Hoe kwamen deze antwoorden binnen?"),
        choices=[(one.value, one.label) for one in KANALEN],
        widget=forms.RadioSelect,
        initial=KANALEN[0],
    )
    dubbel = forms.BooleanField(
        label=gettext_lazy("Twee keer invoeren"),
        required=False,
        help_text=gettext_lazy(
            "Iemand anders typt alles nog een keer, zonder de eerste keer te zien. "
            "Zo vind je typefouten. Doe het bij een kleine stapel of een belangrijke vraag."
        ),
    )


@require_GET
def index(request: HttpRequest) -> HttpResponse:
    """The surveys for which one may type in, the newest first."""
    demand(request, PAPER)
    typed = Q(stapels__invoer__klaar=True, stapels__invoer__ronde=1)
    rows = Enquete.objects.filter(within(request.user, PAPER), versies__isnull=False)
    rows = (
        rows.select_related("wijk")
        .distinct()
        .order_by("-created_at", "-pk")
        .annotate(lying=Count("stapels__invoer", filter=typed, distinct=True))
    )
    page = Paginator(rows, PER_PAGE).get_page(request.GET.get("p"))
    context = {"page": page, **frame()}
    return render(request, "enquetes/papier/index.html", context)


@require_http_methods(["GET", "HEAD", "POST"])
def survey(request: HttpRequest, pk: int) -> HttpResponse:
    """The piles of a survey; and a new one."""
    enquete = the_survey(request, pk)
    form = StapelForm(request.POST if request.method == "POST" else None)
    if form.is_valid():
        try:
            stapel = make_stapel(enquete, by=request.user, **form.cleaned_data)  # type: ignore[arg-type]
        except PapierError as error:
            form.add_error(None, str(error))
        else:
            return redirect("papier:stapel", stapel.pk)
    typed = Q(invoer__klaar=True, invoer__ronde=1)
    context = {
        "enquete": enquete,
        "form": form,
        "stapels": enquete.stapels.annotate(lying=Count("invoer", filter=typed)),
        "channels": per_channel(enquete),
        **frame(enquete),
    }
    return render(request, "enquetes/papier/enquete.html", context)


@require_GET
def pile(request: HttpRequest, stapel_id: int) -> HttpResponse:
    """What was typed in a pile, and what can be done with it."""
    stapel = the_pile(request, stapel_id)
    rows = list(stapel.invoer.select_related("entered_by", "stapel"))
    typed = Counter(row.formulier for row in rows if row.klaar)
    forms_of: dict[int, dict[str, Any]] = {}
    for row in rows:
        if row.klaar or row.antwoorden:
            line = forms_of.setdefault(row.formulier, {"number": row.formulier})
            line["second" if row.ronde == 2 else "first"] = {
                "row": row,
                "may_open": may_open(request.user, row, twice=typed[row.formulier] == 2),
            }
    differences = verschillen(stapel)
    context = {
        "stapel": stapel,
        "lines": sorted(forms_of.values(), key=lambda line: -line["number"]),
        "done": sum(row.klaar and row.ronde == 1 for row in rows),
        "half": sum(not row.klaar and bool(row.antwoorden) for row in rows),
        "differing": sum(bool(one.vraag) for one in differences),
        "once": sum(not one.vraag for one in differences),
        **frame(stapel.enquete, stapel),
    }
    return render(request, "enquetes/papier/stapel.html", context)


@require_http_methods(["GET", "HEAD", "POST"])
def count(request: HttpRequest, stapel_id: int) -> HttpResponse:
    """Ask once more, and let a pile count."""
    stapel = the_pile(request, stapel_id)
    if request.method != "POST":
        done = stapel.invoer.filter(ronde=1, klaar=True).count()
        context = {"stapel": stapel, "done": done, **frame(stapel.enquete, stapel, _("Tel mee"))}
        return render(request, "enquetes/papier/tellen.html", context)
    try:
        number = tel_mee(stapel)
    except PapierError as error:
        messages.error(request, str(error))
        return redirect("papier:stapel", stapel.pk)
    text = ngettext("%(n)s formulier telt mee.", "%(n)s formulieren tellen mee.", number)
    messages.success(request, text % {"n": number})
    return redirect("papier:enquete", stapel.enquete_id)


def frame(
    enquete: Enquete | None = None, stapel: Papierstapel | None = None, below: str = ""
) -> dict[str, Any]:
    """The head of a screen of this room: the way back to the survey, and to the pile."""
    steps = [(reverse("wagtailadmin_home"), _("Home"))]
    steps.append((reverse("papier:index"), _("Papier invoeren")))
    if enquete is not None:
        steps.append((reverse("papier:enquete", args=[enquete.pk]), enquete.title))
    if stapel is not None:
        name = _("Stapel %(number)s") % {"number": stapel.nummer}
        steps.append((reverse("papier:stapel", args=[stapel.pk]), name))
    title = below or (steps[-1][1] if stapel else _("Papier invoeren"))
    # The title stands below, as the heading of the screen.
    crumbs = [{"url": url, "label": label} for url, label in steps if label != title]
    return {"page_title": title, "header_icon": "keyboard", "breadcrumbs_items": crumbs}
