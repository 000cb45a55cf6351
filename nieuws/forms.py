"""The form of a news item in the CMS."""

from __future__ import annotations

from typing import Any

from django.db.models import Q, QuerySet
from django.forms import CheckboxSelectMultiple

from core.page_forms import PageForm
from wijkteams.models.gebied import Buurt
from wijkteams.models.pages import wijk_id_of_path
from wijkteams.models.thema import Thema


class NieuwsPageForm(PageForm):
    """Offers only the neighbourhoods and themes of the item's own ward."""

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        place = self.parent_page or self.instance
        wijk_id = wijk_id_of_path(place.path) if place.path else None
        own = [] if wijk_id is None else [wijk_id]
        choices: dict[str, QuerySet[Any]] = {
            "buurten": Buurt.objects.filter(wijk_id__in=own),
            "themas": Thema.objects.filter(Q(wijk=None) | Q(wijk_id__in=own)),
        }
        for name, queryset in choices.items():
            if name in self.fields:
                self.fields[name].queryset = queryset
                self.fields[name].widget = CheckboxSelectMultiple(choices=self.fields[name].choices)
