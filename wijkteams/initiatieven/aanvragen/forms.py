"""What somebody with an idea is asked, one question a screen."""

from __future__ import annotations

from typing import Any

from django import forms
from django.db.models import Q
from django.utils.translation import gettext_lazy

from core.forms import FreeTextField, HouseHelper, LineField, Photos, PhotosField, Secondary
from core.forms.files import FileThere
from wijkteams.initiatieven.aanvragen.concept import Draft
from wijkteams.initiatieven.models import Nodig
from wijkteams.models import Thema, Wijk

NEXT = gettext_lazy("Volgende")
LATER = "_later"
EXAMPLES = {
    Nodig.MENSEN: gettext_lazy("Bijvoorbeeld: acht chauffeurs op vrijdag."),
    Nodig.MATERIAAL: gettext_lazy("Bijvoorbeeld: een busje en boodschappenkratten."),
    Nodig.RUIMTE: gettext_lazy("Bijvoorbeeld: een zaal, één ochtend in de week."),
    Nodig.TOESTEMMING: gettext_lazy("Bijvoorbeeld: van de gemeente, om te mogen parkeren."),
    Nodig.GELD: gettext_lazy("Bijvoorbeeld: ongeveer 40 euro per week voor brandstof."),
}


class StepForm(forms.Form):
    """A screen of the asking: its fields, a button to go on, one to stop, a link to go back."""

    # What is missing is said when it is sent, in our words; until then no field looks wrong.
    use_required_attribute = False
    submit: Any = NEXT
    privacy = ""

    def __init__(self, *args: Any, back_url: str = "", **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.back_url = back_url

    def shown(self) -> list[Any]:
        """The parts of the screen, in their order."""
        return list(self.fields)

    @property
    def helper(self) -> HouseHelper:
        """The screen with its buttons."""
        return HouseHelper(
            self,
            *self.shown(),
            submit=self.submit,
            back_url=self.back_url,
            privacy=self.privacy,
            others=(Secondary(gettext_lazy("Later verder"), name=LATER),),
        )

    def keep_in(self, draft: Draft) -> None:
        """Put what was answered in the concept."""
        for name, value in self.cleaned_data.items():
            setattr(draft, name, value)


class IdeeForm(StepForm):
    """What it is."""

    titel = LineField(
        label=gettext_lazy("Uw idee, in een paar woorden"),
        max_length=120,
        help_text=gettext_lazy("Bijvoorbeeld: samen boodschappen doen."),
    )
    idee = FreeTextField(
        label=gettext_lazy("Wat wilt u gaan doen?"),
        max_length=2000,
        rows=6,
        help_text=gettext_lazy("Een paar zinnen is genoeg."),
        error_messages={"required": gettext_lazy("Vul dit in.")},
    )


class WaaromForm(StepForm):
    """Why; it may be plain already."""

    waarom = FreeTextField(
        label=gettext_lazy("Waarom wilt u dit?"),
        max_length=1000,
        required=False,
        help_text=gettext_lazy(
            "Wat wordt er beter, en voor wie? Bijvoorbeeld: de supermarkt gaat weg. "
            "Wie slecht loopt, komt er niet meer."
        ),
    )


class WieForm(StepForm):
    """Who does what."""

    wie = FreeTextField(
        label=gettext_lazy("Wie doet wat?"),
        max_length=1000,
        required=False,
        help_text=gettext_lazy(
            "Wat doet u zelf? Wie helpen er al? Noem mensen niet bij hun naam. "
            "Bijvoorbeeld: ik maak het rooster, de school helpt met inpakken."
        ),
    )


class NodigForm(StepForm):
    """What it needs: a line for each kind, none obligatory."""

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        for kind in Nodig:
            self.fields[kind.value] = LineField(
                label=kind.label, max_length=300, required=False, help_text=EXAMPLES[kind]
            )

    def keep_in(self, draft: Draft) -> None:
        draft.nodig = {name: value for name, value in self.cleaned_data.items() if value}


class FotoForm(StepForm):
    """A picture; not needed."""

    fotos = PhotosField(
        label=gettext_lazy("Hebt u een foto?"),
        max_number=1,
        required=False,
        help_text=gettext_lazy(
            "Dat hoeft niet. Bijvoorbeeld van de plek. Zet er geen gezichten op zonder te vragen."
        ),
    )

    def __init__(self, *args: Any, there: list[FileThere], **kwargs: Any) -> None:
        super().__init__(*args, initial={"fotos": there}, **kwargs)

    def keep_in(self, draft: Draft) -> None:
        """The picture is no part of the words."""

    def change(self) -> tuple[bool, bytes | None]:
        """Whether another picture comes in its place, and which; a new one replaces the old."""
        photos: Photos = self.cleaned_data["fotos"]
        if photos.added:
            photos.added[0].seek(0)
            return True, photos.added[0].read()
        return bool(photos.removed), None


class ThemasForm(StepForm):
    """What it is about: subjects of the city and of the ward."""

    themas = forms.MultipleChoiceField(
        label=gettext_lazy("Waar gaat het over?"),
        widget=forms.CheckboxSelectMultiple,
        required=False,
        help_text=gettext_lazy("Kies alles wat past. Past er niets? Sla het dan over."),
    )

    def __init__(self, *args: Any, wijk: Wijk, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        rows = Thema.objects.filter(Q(wijk=None) | Q(wijk=wijk)).values_list("pk", "name")
        choices = [(str(pk), name) for pk, name in rows]
        self.fields["themas"].choices = choices  # type: ignore[attr-defined]

    def keep_in(self, draft: Draft) -> None:
        draft.themas = [int(pk) for pk in self.cleaned_data["themas"]]


class RegelsForm(StepForm):
    """The house rules, and that they will be kept."""

    akkoord = forms.BooleanField(
        label=gettext_lazy("Ik houd mij hieraan"),
        error_messages={
            "required": gettext_lazy(
                "Zet een vinkje als u zich hieraan houdt. Anders kan het niet."
            )
        },
    )
