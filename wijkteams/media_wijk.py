"""To which ward a picture or document belongs, in the forms of the CMS."""

from __future__ import annotations

from typing import Any

from django.utils.translation import gettext_lazy as _

from wijkteams.membership import membership_of
from wijkteams.models.wijk import Wijk
from wijkteams.ward_picker import search_among_many


class OwnWijkFormMixin:
    """Offers only the user's own wards; only who works for the city may leave it empty."""

    fields: dict[str, Any]
    initial: dict[str, Any]
    cleaned_data: dict[str, Any]
    _wards: list[int]
    _not_asked = False

    def __init__(self, *args: Any, user: Any = None, **kwargs: Any) -> None:
        super().__init__(*args, user=user, **kwargs)  # type: ignore[call-arg]
        if "wijk" not in self.fields or user is None:
            return
        field = self.fields["wijk"]
        wards = membership_of(user).wards_with("media", "add")
        everywhere = membership_of(user).is_superuser or None in wards
        self._wards = [] if everywhere else sorted(pk for pk in wards if pk is not None)
        own = Wijk.objects.filter(pk__in=self._wards)
        field.queryset = Wijk.objects.all() if everywhere else own
        field.empty_label = _("De stad") if everywhere else None
        if len(self._wards) == 1 and not self.instance.wijk_id:  # type: ignore[attr-defined]
            field.initial = self.initial["wijk"] = self._wards[0]
        # The first step of uploading many at once asks for nothing but the files.
        self._not_asked = self.is_bound and self.add_prefix("wijk") not in self.data  # type: ignore[attr-defined]
        field.required = not everywhere and not self._not_asked

    def search_wards(self) -> None:
        """Among many wards one types a name; called when the field has its help text."""
        if "wijk" in self.fields:
            search_among_many(self.fields["wijk"])

    def clean_wijk(self) -> Wijk | None:
        """The ward that was chosen; what was not asked stays, or becomes the first of one's own."""
        if not self._not_asked:
            return self.cleaned_data["wijk"]
        if self.instance.pk:  # type: ignore[attr-defined]
            return self.instance.wijk  # type: ignore[attr-defined]
        return Wijk.objects.filter(pk__in=self._wards).order_by("name", "pk").first()
