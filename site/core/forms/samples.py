"""Forms with every kind of field, for the style page and for tests. Nothing is stored."""

from __future__ import annotations

from typing import Any

from crispy_forms.layout import Column, Fieldset, Row
from django import forms
from django.core.files.uploadedfile import SimpleUploadedFile
from django.templatetags.static import static
from django.utils.datastructures import MultiValueDict
from django.utils.translation import gettext_lazy as _

from core.forms.date_fields import BirthdayField, DateField, DateTimeField, TimeField
from core.forms.fields import EmailField, NumberField, PhoneField, PostcodeField, WebAddressField
from core.forms.files import FileThere
from core.forms.formset import HouseFormSet
from core.forms.free_text import FreeTextField, NameField
from core.forms.helper import HouseHelper, Secondary
from core.forms.progress import Progress
from core.forms.upload_fields import PhotosField, UploadField
from core.forms.widgets import Scale


class AanvraagForm(forms.Form):
    """A field of nearly every kind, as somebody would meet them in a request."""

    naam = NameField(help_text=_("Zoals de buren u kennen."))
    email = EmailField()
    telefoon = PhoneField(required=False)
    postcode = PostcodeField()
    aantal = NumberField(label=_("Met hoeveel mensen komt u?"), min_value=1, max_value=8)
    onderwerp = forms.ChoiceField(
        label=_("Waar gaat het over?"),
        choices=[("", _("Kies een onderwerp")), ("groen", _("Groen")), ("spelen", _("Spelen"))],
    )
    komt = forms.ChoiceField(
        label=_("Komt u naar de avond?"),
        help_text=_("Kies er één."),
        choices=[("ja", _("Ja")), ("nee", _("Nee")), ("later", _("Dat weet ik nog niet"))],
        widget=forms.RadioSelect,
    )
    helpt = forms.MultipleChoiceField(
        label=_("Waarmee wilt u helpen?"),
        choices=[("koken", _("Koken")), ("bouwen", _("Opbouwen")), ("flyers", _("Flyers"))],
        widget=forms.CheckboxSelectMultiple,
        required=False,
    )
    veilig = forms.ChoiceField(
        label=_("Hoe veilig voelt u zich ’s avonds op straat?"),
        choices=[(str(n), str(n)) for n in range(1, 6)] + [("geen", _("Zeg ik liever niet"))],
        widget=Scale(ends=(_("1 = heel onveilig"), _("5 = heel veilig"))),
    )
    site = WebAddressField(required=False)
    verhaal = FreeTextField(label=_("Uw verhaal"), required=False)
    akkoord = forms.BooleanField(label=_("Ik ga akkoord met de huisregels"))
    bron = forms.CharField(widget=forms.HiddenInput, initial="stijl")

    @property
    def helper(self) -> HouseHelper:
        helper = HouseHelper(
            self,
            Fieldset(
                _("Over u"),
                "naam",
                Row(Column("email"), Column("telefoon")),
                Row(Column("postcode"), Column("aantal")),
            ),
            Fieldset(_("Over de avond"), "onderwerp", "komt", "helpt", "veilig", "site", "verhaal"),
            "akkoord",
            "bron",
            submit=_("Meld mij aan"),
            others=(Secondary(_("Bewaar en ga later verder"), name="later"),),
            back_url="/",
        )
        return _for_show(helper)


class PersoonForm(forms.Form):
    """One row of a set: somebody who comes along."""

    naam = NameField(label=_("Naam"), widget=forms.TextInput)
    leeftijd = NumberField(label=_("Leeftijd"), required=False, min_value=0, max_value=120)


class PersonenFormSet(HouseFormSet):
    """Who comes along."""

    row_name = _("Persoon")
    more_label = _("Nog een persoon toevoegen")


PersonenSet: Any = forms.formset_factory(
    PersoonForm, PersonenFormSet, min_num=1, extra=1, max_num=8, can_delete=True
)


class BestandForm(forms.Form):
    """A file, and pictures, with what is there already."""

    plan = UploadField(
        label=_("Uw plan"),
        endings=("pdf", "docx", "odt"),
        max_mb=25,
        required=False,
        help_text=_("Een tekening of een tekst."),
    )
    fotos = PhotosField(
        label=_("Foto’s van de plek"),
        required=False,
        help_text=_("Zet geen gezichten of kentekens op de foto."),
    )

    @property
    def helper(self) -> HouseHelper:
        return _for_show(HouseHelper(self, submit=_("Bewaar")))


class MomentForm(forms.Form):
    """Days and times."""

    begin = DateTimeField(label=_("Wanneer begint het?"), help_text=_("Bijvoorbeeld om 19:30 uur."))
    einde = TimeField(label=_("Hoe laat is het klaar?"), required=False)
    tot = DateField(label=_("Tot wanneer kan men zich aanmelden?"), required=False)
    geboren = BirthdayField(required=False, help_text=_("Bijvoorbeeld 31 12 1960."))

    @property
    def helper(self) -> HouseHelper:
        return _for_show(HouseHelper(self, submit=_("Volgende stap")))


class ZoekForm(forms.Form):
    """A small form on one line."""

    q = forms.CharField(label=_("Wat zoekt u?"), required=False)

    @property
    def helper(self) -> HouseHelper:
        return HouseHelper(self, submit=_("Zoek"), inline=True)


def _for_show(helper: HouseHelper) -> HouseHelper:
    """No token: a sample is sent nowhere."""
    helper.disable_csrf = True
    return helper


def sample_forms() -> dict[str, Any]:
    """What templates/samples/ shows, by name. Each call gives new forms."""
    picture = FileThere("losse-stenen.svg", thumbnail_url=static("img/social.png"), key="1")
    plan = FileThere("moestuin.pdf", url="/", size=412_000)
    wrong = {
        "email": "karin",
        "postcode": "50",
        "aantal": "drie",
        "helpt": ["koken"],
        "bron": "stijl",
    }
    rows = {"form-TOTAL_FORMS": "2", "form-INITIAL_FORMS": "0", "form-0-leeftijd": "tien"}
    return {
        "form": AanvraagForm(auto_id="voorbeeld_%s"),
        "form_with_errors": AanvraagForm(wrong, auto_id="fout_%s"),
        "formset": PersonenSet(rows | {"form-1-naam": "Karin"}),
        "search_form": ZoekForm(auto_id="zoek_%s"),
        "file_form": BestandForm(initial={"plan": plan, "fotos": [picture]}),
        "file_form_with_errors": BestandForm(
            {},
            MultiValueDict({"plan": [SimpleUploadedFile("plan.exe", b"x")]}),
            auto_id="bestand_fout_%s",
        ),
        "date_time_form": MomentForm(auto_id="moment_%s"),
        "date_time_form_with_errors": MomentForm(
            {"begin_0": "31-02-2026", "begin_1": "19.30", "geboren_day": "31"},
            auto_id="moment_fout_%s",
        ),
        "progress": Progress(
            (_("Wie u bent"), _("Foto en plek"), _("Uw verhaal"), _("Nakijken")),
            2,
            aside=_("Nog ongeveer 4 minuten"),
        ),
    }
