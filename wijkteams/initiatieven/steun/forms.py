"""What is asked of who supports or follows an initiative: an address, and hardly more."""

from __future__ import annotations

from typing import Any

from django import forms
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from core.forms import EmailField, HouseHelper, PostcodeField
from core.forms.trap import Trap, Trapped
from core.mail.addresses import clean as clean_address
from wijkteams.finder import wards_at
from wijkteams.initiatieven.models import Initiatief, Volger


class AddressForm(Trapped, forms.Form):
    """An address that we can write to."""

    email = EmailField(
        label=gettext_lazy("Uw e-mailadres"),
        max_length=254,
        help_text=gettext_lazy("U krijgt een mail met een knop. Daarmee zegt u dat u het bent."),
    )
    use_required_attribute = False

    def __init__(
        self, *args: Any, initiatief: Initiatief, back_url: str = "", **kwargs: Any
    ) -> None:
        super().__init__(*args, **kwargs)
        self.initiatief, self.back_url = initiatief, back_url

    def clean_email(self) -> str:
        typed = str(self.cleaned_data["email"] or "")
        return clean_address(typed) if typed else ""


class SteunForm(AddressForm):
    """A heart; with a postcode it counts as one of the ward."""

    postcode = PostcodeField(
        label=gettext_lazy("Uw postcode"),
        required=False,
        help_text=gettext_lazy(
            "Zo tellen wij hoeveel mensen uit de wijk dit steunen. Wij bewaren uw postcode niet."
        ),
    )

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        if self.initiatief.wijk_id is None:
            del self.fields["postcode"]

    @property
    def uit_wijk(self) -> bool:
        """Whether they live in the ward; the postcode itself goes no further than this."""
        postcode = self.cleaned_data.get("postcode", "")
        return bool(postcode) and self.initiatief.wijk_id in wards_at(postcode)

    @property
    def helper(self) -> HouseHelper:
        return HouseHelper(
            self,
            *(name for name in ("email", "postcode") if name in self.fields),
            Trap("website"),
            submit=_("Ik steun dit"),
            back_url=self.back_url,
            privacy="initiatieven-steun",
        )


class VolgForm(AddressForm):
    """Mail about how it goes on."""

    ritme = forms.ChoiceField(
        label=gettext_lazy("Hoe vaak wilt u mail?"),
        choices=Volger.Ritme.choices,
        initial=Volger.Ritme.WEEK,
        widget=forms.RadioSelect,
        error_messages={"required": gettext_lazy("Kies hoe vaak u mail wilt.")},
    )

    @property
    def helper(self) -> HouseHelper:
        return HouseHelper(
            self,
            "ritme",
            "email",
            Trap("website"),
            submit=_("Volg dit initiatief"),
            back_url=self.back_url,
            privacy="initiatieven-volgen",
        )
