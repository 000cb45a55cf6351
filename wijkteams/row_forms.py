"""Forms of rows that belong to a ward: they offer, and take, only what the user may choose."""

from __future__ import annotations

from typing import Any

from django.contrib.auth.models import AnonymousUser
from django.utils.translation import gettext_lazy as _
from wagtail.admin.forms.models import WagtailAdminModelForm
from wagtail.documents import get_document_model
from wagtail.images import get_image_model
from wagtail.permissions import policy_registry

from wijkteams.membership import Membership, membership_of
from wijkteams.models import Wijk
from wijkteams.ward_picker import search_among_many


class WijkRowForm(WagtailAdminModelForm):
    """Limits the choice of a ward, picture or document; a row never moves to another ward."""

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        if "wijk" in self.fields:
            self._limit_wijk(self.fields["wijk"])
        for field in self.fields.values():
            model = getattr(getattr(field, "queryset", None), "model", None)
            if model in (get_image_model(), get_document_model()):
                policy = policy_registry.get_by_type(model)
                field.queryset = policy.instances_user_has_permission_for(self.user, "choose")

    @property
    def user(self) -> Any:
        """Whose form this is; without a user nothing may be chosen."""
        return self.for_user or AnonymousUser()

    @property
    def membership(self) -> Membership:
        """The roles of whose form this is."""
        return membership_of(self.user)

    def _limit_wijk(self, field: Any) -> None:
        if self.instance.pk:
            field.disabled = True
            field.queryset = Wijk.objects.filter(pk=self.instance.wijk_id)
            return
        wards = self.membership.wards_with("rows", f"{self._meta.model._meta.model_name}.add")
        everywhere = self.membership.is_superuser or None in wards
        own = [pk for pk in wards if pk is not None]
        field.queryset = Wijk.objects.all() if everywhere else Wijk.objects.filter(pk__in=own)
        field.required = not (everywhere and self._meta.model._meta.get_field("wijk").null)
        field.empty_label = _("De hele stad") if not field.required else _("Kies een wijk")
        search_among_many(field)
        if not everywhere and len(wards) == 1:
            field.empty_label = None
            self.initial["wijk"] = next(iter(wards))
