"""The questions about repeating, for a volunteer. All of them work without JavaScript.

    form = HerhalingForm(request.POST or None, once=once, series=activiteit.series(), closed=days)
    if form.is_valid(): form.series

`once` is the first time, from the activity's own date fields: a Series without a rule. Without it
(the dates were wrong) only the fields themselves are looked at, and what was typed stays.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace
from typing import Any

from crispy_forms.layout import Fieldset
from django import forms
from django.core.exceptions import ValidationError
from django.utils.dates import WEEKDAYS
from django.utils.translation import gettext_lazy as _

from core.forms import DateField, HouseHelper, NumberField
from wijkteams.activiteiten.recurrence.dates_field import DatesField, as_keys
from wijkteams.activiteiten.recurrence.form_values import KINDS, initial_of, rule_of
from wijkteams.activiteiten.recurrence.holidays import Kind, Period
from wijkteams.activiteiten.recurrence.rule import LAST, ShortMonth
from wijkteams.activiteiten.recurrence.series import Series, check_series

ONLY_WHEN_REPEATED = ("interval", "weekdays", "which", "until", "count", "skip", "exdates")
WHICH = [(str(number), f"{number}e") for number in range(1, 6)] + [(str(LAST), _("laatste"))]
DAYS_OF_MONTH = [(str(number), str(number)) for number in range(1, 32)]
# Next to which answer a refusal by the rule or the series belongs.
ASKED_IN = {
    "weekly": "weekdays",
    "weeks": "weekdays",
    "monthly_weekday": "which",
    "monthly_day": "day",
    "yearly": "day",
    "yearly_weekday": "which",
}


class HerhalingForm(forms.Form):
    """How often an activity is repeated, until when, and when not."""

    repeats = forms.ChoiceField(
        label=_("Herhaalt de activiteit?"),
        choices=[("", _("Nee, het is één keer")), *KINDS],
        widget=forms.RadioSelect,
        required=False,
    )
    interval = NumberField(
        label=_("Om de hoeveel weken?"),
        help_text=_("Bijvoorbeeld 2: om de 2 weken. Bij dagen, maanden en jaren mag het ook."),
        required=False,
    )
    weekdays = forms.TypedMultipleChoiceField(
        label=_("Op welke dagen van de week?"),
        help_text=_("Alleen bij weken. Kies je niets, dan is het op de dag van de begindatum."),
        choices=[(str(number), WEEKDAYS[number]) for number in range(7)],
        coerce=int,
        widget=forms.CheckboxSelectMultiple,
        required=False,
    )
    which = forms.TypedMultipleChoiceField(
        label=_("De hoeveelste van de maand?"),
        help_text=_("Alleen bij een vaste dag van maand of jaar. Bijvoorbeeld de 1e en de 3e."),
        choices=WHICH,
        coerce=int,
        widget=forms.CheckboxSelectMultiple,
        required=False,
    )
    day = forms.TypedChoiceField(
        label=_("Op welke dag van de maand?"),
        help_text=_("Alleen bij een vaste datum."),
        choices=[
            ("", _("De dag van de begindatum")),
            *DAYS_OF_MONTH,
            (str(LAST), _("De laatste dag van de maand")),
        ],
        coerce=int,
        empty_value=None,
        required=False,
    )
    short_month = forms.ChoiceField(
        label=_("En als een maand die dag niet heeft?"),
        help_text=_("Dit telt alleen voor de 29e, 30e en 31e."),
        choices=[
            (ShortMonth.SKIP.value, _("Dan is het er die maand niet")),
            (ShortMonth.LAST_DAY.value, _("Dan is het op de laatste dag van de maand")),
        ],
        widget=forms.RadioSelect,
        initial=ShortMonth.SKIP.value,
        required=False,
    )
    until = DateField(
        label=_("Tot en met welke dag?"),
        help_text=_("Laat dit leeg als er geen einde is."),
        required=False,
    )
    count = NumberField(
        label=_("Of: hoeveel keer?"),
        help_text=_("Keren die niet doorgaan, tellen mee."),
        required=False,
    )
    skip = forms.MultipleChoiceField(
        label=_("Wanneer is het er niet?"),
        choices=[
            (Kind.SCHOOL.value, _("In de schoolvakanties")),
            (Kind.PUBLIC.value, _("Op feestdagen")),
        ],
        widget=forms.CheckboxSelectMultiple,
        required=False,
    )
    exdates = DatesField(
        label=_("Behalve op deze dagen"),
        help_text=_("Zet elke dag op een eigen regel, zoals 31-12-2026."),
        required=False,
    )
    rdates = DatesField(
        label=_("En ook op deze dagen"),
        help_text=_("Zet elke dag op een eigen regel. Met een andere tijd: 31-12-2026 14.00."),
        times=True,
        required=False,
    )

    def __init__(
        self,
        *args: Any,
        once: Series | None = None,
        series: Series | None = None,
        closed: Iterable[Period] = (),
        **kwargs: Any,
    ) -> None:
        kwargs["initial"] = (initial_of(series) if series else {}) | (kwargs.get("initial") or {})
        super().__init__(*args, **kwargs)
        fields: Any = self.fields
        for field in fields.values():
            field.hide_optional = True  # which answers are needed follows from the first one
        self.once, self.closed = once, tuple(closed)
        self.was_repeated = bool(series and series.rule)
        self.series: Series | None = None

    @property
    def helper(self) -> HouseHelper:
        return HouseHelper(self, *self.fieldsets(), submit=_("Bewaar"))

    @staticmethod
    def fieldsets() -> tuple[Fieldset, ...]:
        """Give the questions in three groups, for inside another form as well."""
        return (
            Fieldset(
                _("Herhalen"), "repeats", "interval", "weekdays", "which", "day", "short_month"
            ),
            Fieldset(_("Tot wanneer"), "until", "count"),
            Fieldset(_("Uitzonderingen"), "skip", "exdates", "rdates"),
        )

    def clean(self) -> dict[str, Any]:
        found = super().clean() or {}
        kind = found.get("repeats", "")
        filled = any(found.get(name) for name in ONLY_WHEN_REPEATED)
        if not kind and filled and not self.was_repeated and "repeats" not in self.errors:
            text = _("Je vulde in hoe het herhaalt. Kies hier ook hoe vaak.")
            self.add_error("repeats", ValidationError(text, code="which"))
        if self.once is not None and not self.errors:
            try:
                self.series = self._series(found, self.once)
            except ValidationError as refusal:
                self._put_next_to_its_question(refusal, kind)
        return found

    def _series(self, found: dict[str, Any], once: Series) -> Series:
        rule = rule_of(found, once.start)
        made = replace(
            once,
            rule=rule,
            exdates=as_keys(found["exdates"], once.start) if rule else (),
            rdates=as_keys(found["rdates"], once.start),
            skip=frozenset(Kind(one) for one in found["skip"]) if rule else frozenset(),
            closed=self.closed,
        )
        check_series(made)
        return made

    def _put_next_to_its_question(self, refusal: ValidationError, kind: str) -> None:
        if hasattr(refusal, "error_dict"):
            by_field = refusal.error_dict
        else:
            by_field = {str(refusal.code): [refusal]}
        own = ASKED_IN.get(kind, "repeats")
        for name, errors in by_field.items():
            asked = own if name in {"repeats", "weekdays", "nths", "day", "month"} else name
            self.add_error(asked if asked in self.fields else "repeats", errors)
