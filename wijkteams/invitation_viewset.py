"""CMS screens about invitations: who was invited, by whom, and whether they came."""

from __future__ import annotations

from typing import Any

from django.core.exceptions import PermissionDenied, ValidationError
from django.db.models import Model
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import URLPattern, path, reverse
from django.utils import timezone
from django.utils.formats import date_format
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from wagtail.admin import messages
from wagtail.admin.ui.tables import Column, DateColumn
from wagtail.admin.widgets.button import Button
from wagtail.permissions import policy_registry

from wijkteams import invitations
from wijkteams.models import Uitnodiging
from wijkteams.team_forms import UitnodigingForm
from wijkteams.viewsets import (
    OwnRowCreateView,
    OwnRowDeleteView,
    OwnRowsIndexView,
    WijkModelViewSet,
)


def status_of(uitnodiging: Uitnodiging) -> str:
    """How an invitation stands, in a word or two."""
    if uitnodiging.accepted_at:
        return _("Aangenomen")
    return _("Wacht op antwoord") if uitnodiging.is_open else _("Verlopen")


def valid_until(uitnodiging: Uitnodiging) -> str:
    """The last day of an invitation; Wagtail's own column can only say how long ago."""
    return date_format(timezone.localtime(uitnodiging.expires_at), "j F Y")


class InvitationIndexView(OwnRowsIndexView):
    """Who was invited, and whether they came."""

    add_item_label = gettext_lazy("Nodig iemand uit")

    def get_list_more_buttons(self, instance: Uitnodiging) -> list[Any]:
        buttons = super().get_list_more_buttons(instance)
        if instance.accepted_at is None and self._may("delete", instance):
            url = reverse("uitnodiging:resend", args=[instance.pk])
            buttons.append(Button(_("Stuur opnieuw"), url=url, icon_name="mail", priority=5))
        return buttons


class InvitationCreateView(OwnRowCreateView):
    """Inviting somebody."""

    page_title = gettext_lazy("Nodig iemand uit")
    submit_button_label = gettext_lazy("Verstuur de uitnodiging")
    success_message = gettext_lazy("De uitnodiging voor %(object)s is verstuurd.")

    def get_initial(self) -> dict[str, Any]:
        wijk = self.request.GET.get("wijk", "")
        return {"wijk": wijk} if wijk.isdecimal() else {}

    def save_instance(self) -> Model:
        data = self.form.cleaned_data
        sent = invitations.invite(
            email=data["email"], wijk=data["wijk"], rol=data["rol"], invited_by=self.request.user
        )
        return sent.uitnodiging

    def get_success_buttons(self) -> list[Any]:
        return []


class InvitationDeleteView(OwnRowDeleteView):
    """Withdrawing an invitation."""

    page_title = gettext_lazy("Uitnodiging intrekken")
    template_name = "wijkteams/beheer/intrekken.html"
    success_message = gettext_lazy("De uitnodiging is ingetrokken.")

    @property
    def confirmation_message(self) -> str:
        return _("Weet je het zeker? De link in de mail werkt dan niet meer.")

    def delete_action(self) -> None:
        invitations.withdraw(self.object, withdrawn_by=self.request.user)  # type: ignore[arg-type]


def resend_view(request: HttpRequest, pk: int) -> HttpResponse:
    """Ask once, then send the invitation again with a new link."""
    uitnodiging = get_object_or_404(Uitnodiging.objects.select_related("wijk"), pk=pk)
    policy = policy_registry.get_by_type(Uitnodiging)
    if not policy.user_has_permission_for_instance(request.user, "add", uitnodiging):
        raise PermissionDenied
    if request.method != "POST":
        return render(request, "wijkteams/beheer/opnieuw.html", {"uitnodiging": uitnodiging})
    try:
        invitations.resend(uitnodiging, sent_by=request.user)  # type: ignore[arg-type]
    except ValidationError as error:
        messages.error(request, " ".join(error.messages))
    else:
        messages.success(request, _("De uitnodiging is opnieuw verstuurd, met een nieuwe link."))
    return redirect("uitnodiging:index")


class InvitationViewSet(WijkModelViewSet):
    """Invitations by mail."""

    model = Uitnodiging
    icon = "mail"
    menu_label = gettext_lazy("Uitnodigingen")
    form_fields = ["email", "wijk", "rol"]
    base_form_class = UitnodigingForm
    index_view_class = InvitationIndexView
    add_view_class = InvitationCreateView
    delete_view_class = InvitationDeleteView
    list_display = [
        "email",
        "rol",
        "wijk",
        Column("status", label=gettext_lazy("Status"), accessor=status_of),
        DateColumn("created_at", label=gettext_lazy("Verstuurd")),
        Column("expires_at", label=gettext_lazy("Geldig tot"), accessor=valid_until),
    ]
    search_fields = ["email"]
    views_left_out = frozenset({"edit", "usage", "history", "history_results"})

    def get_urlpatterns(self) -> list[URLPattern]:
        return [*super().get_urlpatterns(), path("resend/<int:pk>/", resend_view, name="resend")]
