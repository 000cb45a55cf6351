"""CMS screens about the team: who is in it, as what."""

from __future__ import annotations

from typing import Any

from django.core.exceptions import ValidationError
from django.db.models import Model
from django.http import HttpResponse
from django.shortcuts import redirect
from django.urls import reverse
from django.utils.functional import cached_property
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from wagtail.admin import messages
from wagtail.admin.ui.tables import Column, DateColumn
from wagtail.admin.widgets.button import Button, HeaderButton

from wijkteams import team
from wijkteams.membership import membership_of
from wijkteams.models import Lidmaatschap
from wijkteams.team_forms import LidmaatschapForm
from wijkteams.viewsets import (
    OwnRowDeleteView,
    OwnRowEditView,
    OwnRowsIndexView,
    WijkModelViewSet,
)


class TeamIndexView(OwnRowsIndexView):
    """The team, with a warning when nobody could take over from the ward manager."""

    page_title = gettext_lazy("Team")

    @cached_property
    def header_buttons(self) -> list[HeaderButton]:
        label = _("Nodig iemand uit")
        return [HeaderButton(label, url=reverse("uitnodiging:add"), icon_name="mail")]

    def get_list_more_buttons(self, instance: Lidmaatschap) -> list[Any]:
        buttons = super().get_list_more_buttons(instance)
        by = self.request.user
        # Asking each row for all roles would be a query a row; the screen itself asks them.
        if membership_of(by).is_city and by.pk != instance.user_id:
            url = reverse("tweede_stap_uitzetten", args=[instance.user_id])
            label = _("Zet de tweede stap uit")
            buttons.append(Button(label, url=url, icon_name="lock-open", priority=50))
        return buttons

    def get_context_data(self, *args: Any, **kwargs: Any) -> dict[str, Any]:
        membership = membership_of(self.request.user)
        wards = membership.wards_with("rows", "lidmaatschap.add")
        everywhere = membership.is_superuser or None in wards
        short = team.wards_short_of_managers(wards, all_wards=everywhere)
        context: dict[str, Any] = super().get_context_data(*args, **kwargs)
        return {**context, "short_of_managers": short[:10], "short_total": len(short)}


class MemberEditView(OwnRowEditView):
    """Giving a member another role."""

    def save_instance(self) -> Model:
        return team.change_role(
            self.object,
            self.form.cleaned_data["rol"],
            changed_by=self.request.user,  # type: ignore[arg-type]
        )


class MemberDeleteView(OwnRowDeleteView):
    """Taking a role away."""

    page_title = gettext_lazy("Rol intrekken")
    template_name = "wijkteams/beheer/intrekken.html"
    success_message = gettext_lazy("De rol is ingetrokken.")

    @property
    def confirmation_message(self) -> str:
        return _(
            "Weet je het zeker? Deze persoon kan hier dan meteen niets meer doen. "
            "Wat die schreef, blijft staan."
        )

    def form_valid(self, form: Any) -> HttpResponse:
        try:
            return super().form_valid(form)
        except ValidationError as error:
            messages.error(self.request, " ".join(error.messages))
            return redirect("lidmaatschap:index")

    def delete_action(self) -> None:
        team.end_membership(self.object, ended_by=self.request.user)  # type: ignore[arg-type]


class TeamViewSet(WijkModelViewSet):
    """Who may do what in which ward."""

    model = Lidmaatschap
    icon = "group"
    menu_label = gettext_lazy("Team")
    form_fields = ["rol"]
    base_form_class = LidmaatschapForm
    index_view_class = TeamIndexView
    edit_view_class = MemberEditView
    delete_view_class = MemberDeleteView
    index_template_name = "wijkteams/beheer/team.html"
    list_display = [
        "user",
        Column("email", label=gettext_lazy("E-mailadres"), accessor="user.email"),
        "rol",
        "wijk",
        DateColumn("created_at", label=gettext_lazy("Sinds")),
    ]
    read_along = ("wijk", "user")
    search_fields = ["user__first_name", "user__last_name", "user__email"]
    ordering = ["wijk__name", "rol", "pk"]
    # Somebody enters a team by an invitation, never by being looked up among all users.
    views_left_out = frozenset({"add", "usage"})
