"""CMS screens of the partners: a ward keeps its own, the city keeps those of all wards."""

from __future__ import annotations

from typing import Any

from django.contrib import messages
from django.core.exceptions import ValidationError
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import URLPattern, path, reverse
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from django.views.decorators.http import require_http_methods
from wagtail.admin.ui.tables import BooleanColumn, Column
from wagtail.admin.widgets.button import Button

from wijkteams.models import Organisatie
from wijkteams.organisaties.forms import OrganisatieForm
from wijkteams.organisaties.frame import frame
from wijkteams.organisaties.looking import proposal_view
from wijkteams.organisaties.services import send_link
from wijkteams.row_access import the_row
from wijkteams.viewsets import OwnRowsIndexView, WijkModelViewSet

CHANGE = "organisatie.change"
_more: dict[str, tuple[Any, str]] = {}


def register_button(label: Any, url_name: str) -> None:
    """Give each partner in the list one more button, for who may change that partner."""
    _more[url_name] = (label, url_name)


class OrganisatieIndexView(OwnRowsIndexView):
    """One's own; those of the city are named above the list, for who may not change them."""

    page_title = gettext_lazy("Partners")

    def get_list_more_buttons(self, instance: Organisatie) -> list[Any]:
        buttons = super().get_list_more_buttons(instance)
        if self._may("change", instance):
            own = [(_("Stuur de link"), "organisatie:link")]
            if instance.voorstel_op:
                own.insert(0, (_("Kijk na wat zij aanpasten"), "organisatie:voorstel"))
            for number, (label, name) in enumerate([*own, *_more.values()]):
                url = reverse(name, args=[instance.pk])
                buttons.append(Button(label, url=url, icon_name="link", priority=30 + number))
        return buttons

    def get_context_data(self, *args: Any, **kwargs: Any) -> dict[str, Any]:
        context: dict[str, Any] = super().get_context_data(*args, **kwargs)
        city = Organisatie.objects.filter(wijk=None, is_actief=True).only("name")
        return {**context, "of_the_city": city[:50]}


@require_http_methods(["GET", "HEAD", "POST"])
def link_view(request: HttpRequest, pk: int) -> HttpResponse:
    """Say to whom it goes; a POST mails it."""
    organisatie = the_row(request, Organisatie.objects.all(), pk, CHANGE)
    if request.method != "POST":
        context = {"organisatie": organisatie, **frame(_("Stuur de link"))}
        return render(request, "wijkteams/beheer/organisatie_link.html", context)
    try:
        send_link(organisatie, door=request.user)
    except ValidationError as error:
        messages.error(request, " ".join(error.messages))
    else:
        messages.success(request, _("De link is verstuurd."))
    return redirect("organisatie:index")


def checked_on(organisatie: Organisatie) -> Any:
    """When somebody last looked whether it is right."""
    return organisatie.nagekeken_op or _("nog niet")


class OrganisatieViewSet(WijkModelViewSet):
    """Partners. Whom to write to there is only in the form, for who may change it (rule R-04)."""

    model = Organisatie
    icon = "group"
    menu_label = gettext_lazy("Partners")
    menu_name = "organisaties"
    add_to_admin_menu = False
    form_fields = [
        "wijk",
        "name",
        "soort",
        "wat",
        "website",
        "phone",
        "is_openbaar",
        "wijken",
        "contact_name",
        "contact_email",
        "contact_phone",
        "is_actief",
    ]
    base_form_class = OrganisatieForm
    index_view_class = OrganisatieIndexView
    index_template_name = "wijkteams/beheer/organisaties.html"
    list_display = [
        "name",
        "soort",
        "wijk",
        Column("nagekeken_op", label=gettext_lazy("Nagekeken op"), accessor=checked_on),
        BooleanColumn("is_openbaar", label=gettext_lazy("Op de site")),
        BooleanColumn("is_actief", label=gettext_lazy("Te kiezen")),
    ]
    list_filter = ["wijk", "soort", "is_actief"]
    search_fields = ["name"]
    ordering = ["name", "pk"]
    views_left_out = frozenset({"usage", "inspect", "copy"})

    def get_urlpatterns(self) -> list[URLPattern]:
        return [
            *super().get_urlpatterns(),
            path("link/<int:pk>/", link_view, name="link"),
            path("voorstel/<int:pk>/", proposal_view, name="voorstel"),
        ]
