"""The screens 'Nieuwe wijk' and 'De wijk staat er' in the CMS."""

from __future__ import annotations

from typing import Any

from django.core.exceptions import PermissionDenied, ValidationError
from django.http import HttpRequest, HttpResponse, HttpResponseBase
from django.shortcuts import get_object_or_404, redirect
from django.urls import reverse
from django.utils.translation import gettext_lazy as _
from django.views.generic import FormView, TemplateView
from wagtail.admin import messages
from wagtail.admin.views.generic.base import WagtailAdminTemplateMixin

from wijkteams.invitations import VALID_FOR
from wijkteams.membership import membership_of
from wijkteams.models import Uitnodiging, Wijk
from wijkteams.services import next_palette
from wijkteams.wizard.forms import NieuweWijkForm
from wijkteams.wizard.opening import open_with_team


class MayOpenWards:
    """Only for who may open wards; others are sent away as Wagtail does."""

    def dispatch(self, request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponseBase:
        if not membership_of(request.user).may("rows", "wijk.add"):  # type: ignore[arg-type]
            raise PermissionDenied
        return super().dispatch(request, *args, **kwargs)  # type: ignore[misc]


class OpenWardView(MayOpenWards, WagtailAdminTemplateMixin, FormView):  # type: ignore[type-arg]
    """One form; one POST makes everything."""

    form_class = NieuweWijkForm
    template_name = "wijkteams/wizard/nieuwe_wijk.html"
    page_title = _("Nieuwe wijk")
    header_icon = "home"

    def get_breadcrumbs_items(self) -> list[dict[str, Any]]:
        wards = {"url": reverse("wijk:index"), "label": _("Wijken")}
        return [*self.breadcrumbs_items, wards, {"url": "", "label": self.page_title}]

    def get_initial(self) -> dict[str, Any]:
        return {"palette": next_palette()}

    def form_valid(self, form: NieuweWijkForm) -> HttpResponse:
        try:
            user: Any = self.request.user
            wijk = open_with_team(form.plan(), opened_by=user)
        except ValidationError as error:
            form.take_refusal(error)
            return self.form_invalid(form)
        return redirect("wijk_openen:done", pk=wijk.pk)

    def form_invalid(self, form: NieuweWijkForm) -> HttpResponse:
        messages.error(
            self.request,
            _("De wijk is nog niet gemaakt. Kijk bij de rode velden; wat je typte staat er nog."),
        )
        return super().form_invalid(form)


class WardOpenedView(MayOpenWards, WagtailAdminTemplateMixin, TemplateView):
    """What was made, and what can be done next."""

    template_name = "wijkteams/wizard/geopend.html"
    page_title = _("De wijk staat er")
    header_icon = "home"

    def get_breadcrumbs_items(self) -> list[dict[str, Any]]:
        wards = {"url": reverse("wijk:index"), "label": _("Wijken")}
        return [*self.breadcrumbs_items, wards, {"url": "", "label": self.page_title}]

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        user: Any = self.request.user
        wijk = get_object_or_404(Wijk.objects.visible_to(user), pk=kwargs["pk"])
        page = wijk.pages.order_by("pk").first()
        return {
            **super().get_context_data(**kwargs),
            "wijk": wijk,
            "page": page,
            "page_url": page.get_full_url(self.request) if page else "",
            "valid_days": VALID_FOR.days,
            "invited": Uitnodiging.objects.filter(wijk=wijk, accepted_at=None).order_by("pk"),
        }
