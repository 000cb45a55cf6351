"""The form of an activity in the CMS."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from django import forms
from django.db.models import Q, QuerySet
from django.forms import CheckboxSelectMultiple
from django.utils.text import slugify
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from wijkteams.activiteiten.agenda.front_choice import FrontChoiceForm
from wijkteams.activiteiten.beheer.when_form import WanneerForm
from wijkteams.activiteiten.models.choices import RESERVED, Taal
from wijkteams.activiteiten.models.locatie import Locatie
from wijkteams.models.gebied import Buurt
from wijkteams.models.pages import wijk_id_of_path
from wijkteams.models.thema import Thema

if TYPE_CHECKING:
    from wijkteams.activiteiten.recurrence.series import Series

TICKED = ("buurten", "themas")
# What counts for all languages, and is asked on the page that speaks.
ONLY_ON_THE_SOURCE = (
    "soort",
    "locatie",
    "inschrijving",
    "bereik",
    "capacity",
    "reserved",
    "max_group",
    "wachtlijst",
    "closes_hours_before",
    "remind_days",
    "remind_hours",
    "keep_days",
)


class ActiviteitPageForm(FrontChoiceForm):
    """Asks when it is (`wanneer`), and offers only what belongs to the own ward."""

    talen = forms.MultipleChoiceField(
        label=gettext_lazy("Talen die er gesproken worden"),
        choices=Taal,
        widget=CheckboxSelectMultiple,
        required=False,
        help_text=gettext_lazy("Niets gekozen: Nederlands. Bijvoorbeeld: Nederlands en Arabisch."),
    )

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.wanneer: WanneerForm | None = None
        self.followed_series: Series | None = None
        if "slug" in self.fields:
            # Made of the title; without JavaScript nobody would know why it has to be filled in.
            self.fields["slug"].required = False
        self._offer_own_things()
        if self._speaks():
            self.wanneer = WanneerForm(self.data if self.is_bound else None, page=self.instance)
        else:
            self._follow_the_source()

    def has_changed(self) -> bool:
        when = self.wanneer
        return bool(super().has_changed() or (when is not None and when.has_changed()))

    def _post_clean(self) -> None:
        """The days go onto the page before the page looks at itself."""
        if self.wanneer is None:
            super()._post_clean()
            return
        right = self.wanneer.is_valid()
        if right:
            self.wanneer.write_on(self.instance)
        super()._post_clean()
        if not right:
            self.add_error(None, _("Kijk bij 'Wanneer en hoe vaak?': daar klopt iets nog niet."))
        elif not self.is_deferred_validation:
            self._keep_who_comes()

    def clean_slug(self) -> str:
        """The same club every year: what was never published finds itself an address that is free.

        Whoever chose an address herself hears that it is taken.
        """
        slug: str = self.cleaned_data["slug"]
        of_title = slugify(self.cleaned_data.get("title", ""))
        if self.instance.first_published_at or not of_title or slug not in {"", of_title}:
            return slug
        parent = self.parent_page or self.instance.get_parent()
        beside = parent.get_children().exclude(pk=self.instance.pk)
        taken = set(beside.filter(slug__startswith=of_title).values_list("slug", flat=True))
        taken |= RESERVED
        names = (of_title, *(f"{of_title}-{number}" for number in range(2, 1000)))
        return next((name for name in names if name not in taken), slug)

    def _keep_who_comes(self) -> None:
        """Nobody who has a place loses it because a number is lowered."""
        from wijkteams.activiteiten.beheer.who_comes import refusals

        for name, text in refusals(self.instance):
            self.add_error(name if name in self.fields else None, text)

    def _offer_own_things(self) -> None:
        place = self.parent_page or self.instance
        wijk_id = wijk_id_of_path(place.path) if place.path else None
        own = [] if wijk_id is None else [wijk_id]
        # A place that the page has already may stay, also when it was moved to another ward.
        places = Q(wijk=None) | Q(wijk_id__in=own) | Q(pk=self.instance.locatie_id)
        choices: dict[str, QuerySet[Any]] = {
            "buurten": Buurt.objects.filter(wijk_id__in=own),
            "themas": Thema.objects.filter(Q(wijk=None) | Q(wijk_id__in=own)),
            "locatie": Locatie.objects.filter(places),
        }
        for name, queryset in choices.items():
            if name in self.fields:
                self.fields[name].queryset = queryset
        for name in TICKED:
            if name in self.fields:
                field = self.fields[name]
                field.widget = CheckboxSelectMultiple(choices=field.choices)

    def _speaks(self) -> bool:
        from wijkteams.activiteiten.keren.publishing import speaks

        return self.instance.locale_id is None or speaks(self.instance)

    def _follow_the_source(self) -> None:
        """Who translates sees when it is, and cannot change it."""
        from wijkteams.activiteiten.keren.publishing import speaker_of
        from wijkteams.activiteiten.keren.series import series_of_page

        speaker = speaker_of(self.instance)
        if speaker is not None:
            self.followed_series = series_of_page(speaker)
        for name in ONLY_ON_THE_SOURCE:
            if name in self.fields:
                self.fields[name].disabled = True
