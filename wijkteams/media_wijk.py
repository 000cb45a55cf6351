"""To which ward a picture or document belongs, in the forms of the CMS."""

from __future__ import annotations

from typing import Any

from django.utils.translation import gettext_lazy as _

from wijkteams.membership import membership_of
from wijkteams.models.wijk import Wijk


class OwnWijkFormMixin:
    """Offers only the user's own wards; only who works for the city may leave it empty."""

    fields: dict[str, Any]
    initial: dict[str, Any]

    def __init__(self, *args: Any, user: Any = None, **kwargs: Any) -> None:
        super().__init__(*args, user=user, **kwargs)  # type: ignore[call-arg]
        if "wijk" not in self.fields:
            return
        field = self.fields["wijk"]
        membership = membership_of(user) if user is not None else None
        if membership is None:
            return
        wards = membership.wards_with("media", "add")
        everywhere = membership.is_superuser or None in wards
        field.queryset = Wijk.objects.all() if everywhere else Wijk.objects.filter(pk__in=wards)
        field.required = not everywhere
        field.empty_label = _("De stad") if everywhere else None
        if not everywhere and len(wards) == 1:
            field.initial = self.initial["wijk"] = next(iter(wards))
