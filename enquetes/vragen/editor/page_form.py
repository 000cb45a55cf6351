"""The form of a survey in the CMS. What is wrong is said at once, at the question where it stands;
what is missing may wait until it is published.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from django import forms
from django.db.models import Q, QuerySet
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from core.page_forms import PageForm
from enquetes.vragen.controle import Fout, fouten
from enquetes.vragen.editor.block_errors import block_error
from enquetes.vragen.editor.locking import (
    enquete_of,
    fouten_of_kinds,
    is_closed,
    is_locked,
    opens_again,
    same_questions,
)
from enquetes.vragen.lijst import Vragenlijst
from enquetes.vragen.reading import vragenlijst_of
from wijkteams.models.gebied import Buurt
from wijkteams.models.pages import wijk_id_of_path
from wijkteams.models.thema import Thema

if TYPE_CHECKING:
    from enquetes.models import Enquete

LEAST = 5
"No figure about fewer people is ever shown (requirement S9)."


class EnquetePageForm(PageForm):
    """Checks conditions and the lock, and offers only what belongs to the own ward."""

    nieuwe_versie = forms.BooleanField(
        label=gettext_lazy("Maak een nieuwe versie"),
        required=False,
        help_text=gettext_lazy(
            "Wie nu begint, krijgt de nieuwe vragen. Wat al is ingevuld, blijft meetellen bij "
            "dezelfde vragen. Bijvoorbeeld nodig als een vraag niet duidelijk bleek."
        ),
    )

    weer_openen = forms.BooleanField(
        label=gettext_lazy("Open de enquête weer"),
        required=False,
        help_text=gettext_lazy(
            "Iedereen kan dan weer invullen, tot de dag die je kiest bij ‘Sluit op’. "
            "Bijvoorbeeld als er te weinig mensen meededen."
        ),
    )

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        if "slug" in self.fields:
            # Made of the title; without it nobody would know why it has to be filled in.
            self.fields["slug"].required = False
        self.enquete: Enquete | None = enquete_of(self.instance) if self.instance.pk else None
        self.is_locked = is_locked(self.enquete)
        self.before = vragenlijst_of(self.instance.vragen) if self.instance.pk else None
        if not self.is_locked:
            del self.fields["nieuwe_versie"]
        if not is_closed(self.enquete):
            del self.fields["weer_openen"]
        for name in ("opens_at", "closes_at"):
            if name in self.fields:  # as it is shown, in each language of the CMS
                shown = self.fields[name].widget.format
                self.fields[name].input_formats = [shown, *self.fields[name].input_formats]
        self._offer_own_things()
        self._follow_the_source()
        self._keep_promises()

    def clean(self) -> dict[str, Any]:
        data: dict[str, Any] = super().clean() or self.cleaned_data
        opens, closes = data.get("opens_at"), data.get("closes_at")
        if opens and closes and closes <= opens:
            self.add_error("closes_at", _("De enquête sluit voordat zij opent. Kies later."))
        self._keep_closed(data)
        return data

    def _keep_closed(self, data: dict[str, Any]) -> None:
        """A form that was opened before the closing knows nothing of it: opening needs a tick."""
        if "weer_openen" not in self.fields or "closes_at" not in data or data.get("weer_openen"):
            return
        if opens_again(data["closes_at"], self.instance.closes_at):
            self.add_error("closes_at", _reopens())

    def clean_drempel(self) -> int:
        """Never fewer than the site allows."""
        drempel: int = self.cleaned_data["drempel"]
        if drempel is not None and drempel < LEAST:
            text = _("Kies %(least)s of meer: anders is iemand te herkennen.")
            raise forms.ValidationError(text % {"least": LEAST})
        return drempel

    def _post_clean(self) -> None:
        super()._post_clean()
        if "vragen" in self.fields and not self.has_error("vragen"):
            self._check_questions()

    def _check_questions(self) -> None:
        stream = self.instance.vragen
        stream.get_prep_value()  # what is new gets its id, by which conditions know it
        lijst = vragenlijst_of(stream)
        found = [*fouten(lijst), *fouten_of_kinds(self.enquete, lijst)]
        if self.is_deferred_validation:
            found = [fout for fout in found if not fout.onaf]
        if found:
            self.add_error("vragen", block_error(stream, found))
        elif self._needs_new_version(lijst):
            self.add_error("vragen", block_error(stream, [Fout("", "", _locked())]))

    def _needs_new_version(self, lijst: Vragenlijst) -> bool:
        """Whether questions were changed that somebody answered, without the tick.

        Once it was said for a draft, it is not asked again for that draft.
        """
        if not self.is_locked or self.cleaned_data.get("nieuwe_versie"):
            return False
        versie = self.enquete.versie if self.enquete else None
        if versie is None or same_questions(lijst, versie.inhoud):
            return False
        return self.before is None or same_questions(self.before, versie.inhoud)

    def _offer_own_things(self) -> None:
        from enquetes.models import Enquete

        place = self.parent_page or self.instance
        wijk_id = wijk_id_of_path(place.path) if place.path else None
        own = [] if wijk_id is None else [wijk_id]
        earlier = Enquete.objects.filter(Q(wijk_id=wijk_id) | Q(pk=self.instance.vorige_id))
        if self.enquete is not None:
            earlier = earlier.exclude(pk=self.enquete.pk)
        choices: dict[str, QuerySet[Any]] = {
            "buurten": Buurt.objects.filter(wijk_id__in=own),
            "themas": Thema.objects.filter(Q(wijk=None) | Q(wijk_id__in=own)),
            "vorige": earlier,
        }
        for name, queryset in choices.items():
            if name in self.fields:
                field: Any = self.fields[name]
                field.queryset = queryset
                if name != "vorige":
                    field.widget = forms.CheckboxSelectMultiple(choices=field.choices)

    def _follow_the_source(self) -> None:
        """Who translates cannot change what is the same in every language."""
        from enquetes.models import SETTINGS
        from enquetes.publishing import speaks

        if self.instance.locale_id is None or not self.instance.pk or speaks(self.instance):
            return
        for name in (*SETTINGS, "vorige"):
            if name in self.fields:
                self.fields[name].disabled = True

    def _keep_promises(self) -> None:
        """What was said to who answered already cannot be changed any more."""
        from enquetes.publishing import promised

        stands = promised(self.enquete) if self.enquete is not None else {}
        for name in stands.keys() & self.fields.keys():
            self.initial[name] = stands[name]
            self.fields[name].disabled = True


def _locked() -> str:
    return _(
        "Er is al ingevuld, dus de vragen staan vast. Wil je ze toch veranderen? "
        "Zet bovenaan een vinkje bij ‘Maak een nieuwe versie’, en bewaar opnieuw."
    )


def _reopens() -> str:
    return _(
        "Deze enquête is intussen gesloten. Zo gaat zij weer open. Wil je dat? Zet bij ‘Vragen’ "
        "een vinkje bij ‘Open de enquête weer’, en bewaar opnieuw. Wil je dat niet? Laad deze "
        "bladzijde opnieuw: dan staat hier wanneer zij sloot."
    )
