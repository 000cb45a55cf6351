"""What a resident fills in: an address, and that is enough (requirement N4)."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

from django import forms
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from core.forms import EmailField, HouseHelper, NameField
from core.forms.trap import Trap, Trapped
from core.mail.addresses import clean
from nieuws.abonneren.offer import Offer
from nieuws.models import Lijst

PRIVACY = "nieuwsbrief"


class AddressField(EmailField):
    """An address that we can write to; see `addresses` for which those are."""

    def __init__(self, **kwargs: Any) -> None:
        super().__init__(max_length=254, **kwargs)
        self.validators = []

    def clean(self, value: Any) -> str:
        typed = str(super().clean(value) or "")
        return clean(typed) if typed else ""


class AddressForm(Trapped, forms.Form):
    """Only an address: to be mailed a link."""

    email = AddressField(help_text=gettext_lazy("Waarop u de nieuwsbrief krijgt."))
    submit: Any = gettext_lazy("Mail mij de link")

    # What is missing is said when it is sent, in our words; until then no field looks wrong.
    use_required_attribute = False

    def __init__(self, *args: Any, back_url: str = "", **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.back_url = back_url

    @property
    def helper(self) -> HouseHelper:
        """Its parts in their order, and the trap."""
        shown = [name for name in self.fields if name != "website"]
        return HouseHelper(
            self,
            *shown,
            Trap("website"),
            submit=self.submit,
            back_url=self.back_url,
            privacy=PRIVACY,
        )


class SignUpForm(AddressForm):
    """Asking for newsletters, without an account."""

    lijst = forms.ChoiceField(
        label=gettext_lazy("Welke nieuwsbrief wilt u?"),
        error_messages={"required": gettext_lazy("Kies een nieuwsbrief.")},
    )
    email = AddressField(
        help_text=gettext_lazy("U krijgt een mail met een knop. Daarmee zegt u dat u het bent.")
    )
    naam = NameField(
        label=gettext_lazy("Uw naam"),
        max_length=100,
        required=False,
        help_text=gettext_lazy("Dit hoeft niet. Alleen het wijkteam ziet uw naam."),
    )
    ook = forms.MultipleChoiceField(
        label=gettext_lazy("Wilt u er iets bij?"),
        widget=forms.CheckboxSelectMultiple,
        required=False,
    )
    submit = gettext_lazy("Meld mij aan")

    field_order = ["lijst", "email", "naam", "ook"]

    def __init__(self, *args: Any, offer: Offer, choose: Iterable[Lijst] = (), **kw: Any) -> None:
        super().__init__(*args, **kw)
        choose = list(choose)
        self.lists = {str(lijst.pk): lijst for lijst in (*choose, *offer.others)}
        self.main = offer.main
        if self.main is not None or not choose:
            del self.fields["lijst"]
        else:
            choices = [(str(lijst.pk), lijst.title) for lijst in choose]
            self.fields["lijst"].choices = [("", _("Kies een nieuwsbrief")), *choices]  # type: ignore[attr-defined]
        extra = offer.others if self.main is not None else []
        if extra:
            self.fields["ook"].choices = [(str(row.pk), row.title) for row in extra]  # type: ignore[attr-defined]
        else:
            del self.fields["ook"]

    def chosen(self) -> list[Lijst]:
        """The lists that were asked for, each once."""
        data = self.cleaned_data
        picked = [self.lists[pk] for pk in (data.get("lijst"), *data.get("ook", [])) if pk]
        main = [self.main] if self.main is not None else []
        return list({lijst.pk: lijst for lijst in (*main, *picked)}.values())
