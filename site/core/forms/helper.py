"""The base of every crispy form here, and its buttons."""

from __future__ import annotations

from typing import Any

from crispy_forms.helper import FormHelper
from crispy_forms.layout import BaseInput, Button, ButtonHolder, Layout, Submit
from django.template.loader import render_to_string
from django.utils.safestring import SafeString
from django.utils.translation import gettext_lazy as _

BACK = _("Terug")
SEND = _("Verstuur")


class Primary(Submit):
    """The one thing this form is for: 'Meld mij aan'. One to a form."""

    def __init__(self, label: Any, *, name: str = "", **kwargs: Any) -> None:
        super().__init__(name, label, **kwargs)


class Secondary(Submit):
    """Another way to send the form: 'Bewaar en ga later verder'."""

    field_classes = "secondary"

    def __init__(self, label: Any, *, name: str, **kwargs: Any) -> None:
        super().__init__(name, label, **kwargs)


class BackLink:
    """A plain link beside the buttons that leaves without sending."""

    def __init__(self, url: str, label: Any = BACK) -> None:
        self.url, self.label = url, label

    def render(self, form: Any, context: Any, **kwargs: Any) -> SafeString:
        found = {"url": self.url, "label": self.label}
        return render_to_string("nlds/layout/back_link.html", found)


class PrivacyLink:
    """Where somebody reads what happens with what they fill in, of this processing."""

    def __init__(self, key: str) -> None:
        self.key = key

    def render(self, form: Any, context: Any, **kwargs: Any) -> SafeString:
        return render_to_string("nlds/layout/privacy_link.html", {"key": self.key})


class HouseHelper(FormHelper):
    """A helper with the buttons in place: one to send, a link back, others between.

    HouseHelper(form, "name", Fieldset(...), submit=_("Meld mij aan"), back_url="/agenda/")
    Without fields it shows all of them. `inline=True` puts a small GET form on one line.
    `privacy` is the key of the processing of what is filled in: a link above the buttons tells it.
    """

    # Scripts and styles of a widget are a matter of the page: nothing is put inside the form.
    include_media = False

    def __init__(
        self,
        form: Any,
        *fields: Any,
        submit: Any = SEND,
        back_url: str = "",
        others: tuple[BaseInput | Button, ...] = (),
        inline: bool = False,
        privacy: str = "",
    ) -> None:
        super().__init__(form)
        back = [BackLink(back_url)] if back_url else []
        buttons = ButtonHolder(Primary(submit), *others, *back)
        told = [PrivacyLink(privacy)] if privacy else []
        self.layout = Layout(*(fields or form.fields), *told, buttons)
        if inline:
            self.form_method = "get"
            self.form_class = "form--inline"
