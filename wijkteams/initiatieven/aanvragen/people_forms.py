"""Who wants it, and with whom."""

from __future__ import annotations

from typing import Any

from django import forms
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from core.forms import EmailField, NameField, PhoneField
from core.forms.trap import Trap, Trapped
from core.mail.addresses import clean as clean_address
from core.mail.addresses import key_of
from wijkteams.initiatieven.aanvragen.concept import Draft
from wijkteams.initiatieven.aanvragen.forms import StepForm

MOST_OTHERS = 4


class UzelfForm(Trapped, StepForm):
    """Somebody of the team calls or mails them; so a way to reach them is needed."""

    name = NameField(error_messages={"required": gettext_lazy("Vul uw naam in.")})
    email = EmailField(
        label=gettext_lazy("Uw e-mailadres"),
        max_length=254,
        required=False,
        help_text=gettext_lazy("U krijgt een mail met een knop. Daarmee zegt u dat u het bent."),
    )
    phone = PhoneField(
        label=gettext_lazy("Uw telefoonnummer"),
        required=False,
        help_text=gettext_lazy("Vul een van de twee in. Zo kan het wijkteam u bereiken."),
    )
    naam_openbaar = forms.BooleanField(
        label=gettext_lazy("Mijn naam mag op de site, bij het initiatief"), required=False
    )
    privacy = "initiatieven-aanvraag"

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        for name in ("email", "phone", "naam_openbaar"):
            self.fields[name].hide_optional = True  # type: ignore[attr-defined]

    def shown(self) -> list[Any]:
        return ["name", "email", "phone", "naam_openbaar", Trap("website")]

    def clean_email(self) -> str:
        typed = str(self.cleaned_data["email"] or "")
        return clean_address(typed) if typed else ""

    def clean(self) -> dict[str, Any]:
        data = super().clean() or self.cleaned_data
        if not self.errors and not (data.get("email") or data.get("phone")):
            self.add_error("email", _("Vul een e-mailadres of een telefoonnummer in."))
        return data

    def keep_in(self, draft: Draft) -> None:
        for name in ("name", "email", "phone", "naam_openbaar"):
            setattr(draft, name, self.cleaned_data[name])


class SamenForm(StepForm):
    """Others who want it too: they get a mail, and say yes or no themselves."""

    privacy = "initiatieven-aanvraag"

    def __init__(self, *args: Any, draft: Draft, **kwargs: Any) -> None:
        initial: dict[str, str] = {}
        for number, one in enumerate(draft.samen[:MOST_OTHERS], start=1):
            initial |= {f"naam{number}": one["name"], f"mail{number}": one["email"]}
        super().__init__(*args, initial=initial, **kwargs)
        self.own = draft.email
        for number in range(1, MOST_OTHERS + 1):
            self._ask(number)

    def _ask(self, number: int) -> None:
        words = {"number": number}
        name = NameField(
            label=_("Naam van persoon %(number)s") % words,
            required=False,
            widget=forms.TextInput({"autocomplete": "off"}),
        )
        mail = EmailField(
            label=_("E-mailadres van persoon %(number)s") % words, max_length=254, required=False
        )
        mail.widget.attrs["autocomplete"] = "off"
        for key, field in ((f"naam{number}", name), (f"mail{number}", mail)):
            field.hide_optional = True  # type: ignore[union-attr]
            self.fields[key] = field

    def clean(self) -> dict[str, Any]:
        data = super().clean() or self.cleaned_data
        known = {key_of(self.own)} if self.own else set()
        for number in range(1, MOST_OTHERS + 1):
            if f"naam{number}" in data and f"mail{number}" in data:
                self._check(number, data, known)
        return data

    def _check(self, number: int, data: dict[str, Any], known: set[str]) -> None:
        name, mail = data[f"naam{number}"], data[f"mail{number}"]
        if mail:
            try:
                data[f"mail{number}"] = mail = clean_address(str(mail))
            except forms.ValidationError as error:
                self.add_error(f"mail{number}", error)
                return
        if bool(name) != bool(mail):
            missing = f"mail{number}" if name else f"naam{number}"
            self.add_error(missing, _("Vul de naam én het e-mailadres in, of laat beide leeg."))
        elif mail and key_of(mail) in known:
            self.add_error(f"mail{number}", _("Dit e-mailadres staat er al."))
        elif mail:
            known.add(key_of(mail))

    def keep_in(self, draft: Draft) -> None:
        rows = (
            (self.cleaned_data[f"naam{number}"], self.cleaned_data[f"mail{number}"])
            for number in range(1, MOST_OTHERS + 1)
        )
        draft.samen = [{"name": name, "email": mail} for name, mail in rows if name and mail]
