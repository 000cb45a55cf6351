"""CMS screens of rows that belong to a ward.

Wagtail's generic screens ask whether somebody may change *such* things, not *this* thing
(conventions, 'CMS screens of ward rows'). Every viewset of ward rows inherits this one, which
asks the policy about the row, and lists only what the policy allows.
"""

from __future__ import annotations

from typing import Any

from django.core.exceptions import PermissionDenied, ValidationError
from django.db.models import Model, QuerySet
from django.forms.models import modelform_factory
from django.http import HttpRequest, HttpResponse
from wagtail.admin.views import generic
from wagtail.admin.views.generic.history import HistoryView
from wagtail.admin.views.generic.usage import UsageView
from wagtail.admin.viewsets.model import ModelViewSet
from wagtail.permissions import policy_registry

from wijkteams.row_filters import OwnWijkFilterSet
from wijkteams.row_forms import WijkRowForm

ANY_RIGHT = ["add", "change", "delete", "view"]


class OwnRow:
    """One row: asks the policy about this very row before anything is shown or done."""

    row_actions: list[str] = ["change"]
    model: type[Model]
    request: HttpRequest

    def get_object(self, queryset: QuerySet[Any] | None = None) -> Model:
        obj: Model = super().get_object(*([queryset] if queryset is not None else []))  # type: ignore[misc]
        policy = policy_registry.get_by_type(self.model)
        if not policy.user_has_any_permission_for_instance(
            self.request.user, self.row_actions, obj
        ):
            raise PermissionDenied
        return obj


class OwnRowsIndexView(generic.IndexView):
    """The list, its search, its filters and its export: only rows of one's own wards."""

    base_filterset_class = OwnWijkFilterSet
    read_along: tuple[str, ...] = ()
    "Relations that the list shows: read in the same query."

    def get_base_queryset(self) -> QuerySet[Any]:
        allowed = self.permission_policy.instances_user_has_any_permission_for(
            self.request.user, ANY_RIGHT
        )
        rows: Any = super().get_base_queryset().visible_to(self.request.user)
        return rows.filter(pk__in=allowed.values("pk")).select_related(*self.read_along)

    def _may(self, action: str, instance: Model) -> bool:
        return bool(self.user_has_permission_for_instance(action, instance))

    def get_edit_url(self, instance: Model) -> str | None:
        return super().get_edit_url(instance) if self._may("change", instance) else None

    def get_delete_url(self, instance: Model) -> str | None:
        return super().get_delete_url(instance) if self._may("delete", instance) else None

    def get_copy_url(self, instance: Model) -> str | None:
        return super().get_copy_url(instance) if self._may("change", instance) else None


class TakesRefusals:
    """What a service refuses (somebody else was faster) is said in the form; nothing is saved."""

    def form_valid(self, form: Any) -> HttpResponse:
        try:
            response: HttpResponse = super().form_valid(form)  # type: ignore[misc]
        except ValidationError as error:
            form.add_error(None, error.messages)
            self.produced_error_message = self.get_error_message()  # type: ignore[attr-defined]
            response = self.form_invalid(form)  # type: ignore[attr-defined]
        return response


class OwnRowCreateView(TakesRefusals, generic.CreateView):
    """A new row; the form offers only one's own wards."""


class OwnRowEditView(TakesRefusals, OwnRow, generic.EditView):
    """Changing a row of one's own ward."""


class OwnRowDeleteView(OwnRow, generic.DeleteView):
    """Removing a row of one's own ward."""

    row_actions = ["delete"]


class OwnRowHistoryView(OwnRow, HistoryView):
    """What happened to a row of one's own ward."""

    row_actions = ["add", "change", "delete"]


class OwnRowUsageView(OwnRow, UsageView):
    """Where a row of one's own ward is used."""


class OwnRowInspectView(OwnRow, generic.InspectView):
    """A row of one's own ward, to read."""

    row_actions = ANY_RIGHT


class OwnRowCopyView(OwnRow, generic.CopyView):
    """A new row that begins as a copy of one of one's own ward."""


class WijkModelViewSet(ModelViewSet):
    """Screens of a model whose rows belong to a ward."""

    index_view_class = OwnRowsIndexView
    add_view_class = OwnRowCreateView
    edit_view_class = OwnRowEditView
    delete_view_class = OwnRowDeleteView
    history_view_class = OwnRowHistoryView
    usage_view_class = OwnRowUsageView
    inspect_view_class = OwnRowInspectView
    copy_view_class = OwnRowCopyView
    list_filter = ["wijk"]
    copy_view_enabled = False
    sort_order_field = None
    base_form_class: type[WijkRowForm] = WijkRowForm
    read_along: tuple[str, ...] = ("wijk",)
    views_left_out: frozenset[str] = frozenset()
    "Names of views that this model does not have."

    def get_form_class(self, for_update: bool = False) -> Any:
        """A form that knows its user and offers only what that user may choose."""
        fields = self.get_form_fields()
        return modelform_factory(self.model, form=self.base_form_class, fields=fields)

    def get_index_view_kwargs(self, **kwargs: Any) -> dict[str, Any]:
        return super().get_index_view_kwargs(read_along=self.read_along, **kwargs)

    def get_common_view_kwargs(self, **kwargs: Any) -> dict[str, Any]:
        view_kwargs = super().get_common_view_kwargs(**kwargs)
        left_out = {f"{name}_url_name" for name in self.views_left_out}
        return {name: value for name, value in view_kwargs.items() if name not in left_out}

    def get_urlpatterns(self) -> list[Any]:
        return [url for url in super().get_urlpatterns() if url.name not in self.views_left_out]
