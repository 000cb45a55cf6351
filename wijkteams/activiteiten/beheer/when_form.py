"""When it is and how often: the questions inside the form of an activity.

Days and hours by the browser's own pickers: on a telephone those are the easiest there are.
"""

from __future__ import annotations

from datetime import datetime, time, timedelta
from typing import TYPE_CHECKING, Any

from django import forms
from django.core.exceptions import ValidationError
from django.utils.translation import gettext_lazy as _

from core.forms import DateField, TimeField
from wijkteams.activiteiten.recurrence.clock import attach, detach
from wijkteams.activiteiten.recurrence.form import HerhalingForm
from wijkteams.activiteiten.recurrence.series import Series
from wijkteams.activiteiten.recurrence.series_text import write_series

if TYPE_CHECKING:
    from wijkteams.activiteiten.models import ActiviteitPage

PREFIX = "wanneer"
LAST_MINUTE = time(23, 59)
FIRST = ("dag", "van", "tot", "hele_dag", "laatste_dag")
# By which answers to 'Herhaalt de activiteit?' a question makes sense; the others always do.
MATTERS_WHEN = {
    "interval": ("weeks", "daily", "monthly_weekday", "monthly_day", "yearly", "yearly_weekday"),
    "weekdays": ("weekly", "weeks"),
    "which": ("monthly_weekday", "yearly_weekday"),
    "day": ("monthly_day", "yearly"),
    "short_month": ("monthly_day", "yearly"),
    "until": ("*",),
    "count": ("*",),
    "skip": ("*",),
    "exdates": ("*",),
}


class WanneerForm(HerhalingForm):
    """The first time, and how it goes on. Valid: `series`, `starts_at`, `ends_at`, `all_day`."""

    dag = DateField(
        label=_("Op welke dag?"), help_text=_("De eerste keer. Bijvoorbeeld: 12-1-2027.")
    )
    van = TimeField(label=_("Van"), required=False, help_text=_("Bijvoorbeeld: 10.00."))
    tot = TimeField(label=_("Tot"), required=False, help_text=_("Bijvoorbeeld: 12.00."))
    hele_dag = forms.BooleanField(
        label=_("Het duurt de hele dag"),
        required=False,
        help_text=_("Dan hoef je geen tijden in te vullen. Bijvoorbeeld bij een straatfeest."),
    )
    laatste_dag = DateField(
        label=_("Duurt het langer dan één dag? De laatste dag"),
        required=False,
        help_text=_("Anders laat je dit leeg. Ook als het tot na middernacht duurt."),
    )

    field_order = FIRST

    def __init__(self, *args: Any, page: ActiviteitPage | None = None, **kwargs: Any) -> None:
        kwargs.setdefault("prefix", PREFIX)
        series = _series_of(page)
        first = _first_of(page) if page is not None else {}
        super().__init__(*args, series=series, initial=first, **kwargs)
        self.kept = series
        "As it was saved before."

    def clean(self) -> dict[str, Any]:
        from wijkteams.activiteiten.keren.series import closed_for

        found = self.cleaned_data
        self.once = self._once(found)
        if self.once is not None:
            self.closed = closed_for(self.once)
        return super().clean()

    def write_on(self, page: ActiviteitPage) -> None:
        """Let the page say what was answered."""
        series = self.series
        if series is None:
            raise ValueError("only what is valid can be written")
        end = series.end
        if series.all_day:
            end = datetime.combine(end.date() - timedelta(days=1), LAST_MINUTE)
        page.starts_at, page.ends_at = attach(series.start), attach(end)
        page.all_day = series.all_day
        page.herhaling = write_series(series) if series.rule or series.rdates else ""

    def questions(self) -> list[tuple[forms.BoundField, str]]:
        """How it repeats: each question, and by which answers it matters."""
        names = [name for name in self.fields if name not in FIRST]
        return [(self[name], " ".join(MATTERS_WHEN.get(name, ()))) for name in names]

    def _once(self, found: dict[str, Any]) -> Series | None:
        day, start, end = found.get("dag"), found.get("van"), found.get("tot")
        last = found.get("laatste_dag") or day
        if day is None or self.errors:
            return None
        if found.get("hele_dag"):
            start, end = time.min, LAST_MINUTE
        if start is None or end is None:
            name = "van" if start is None else "tot"
            self.add_error(name, ValidationError(_("Vul een tijd in."), code="required"))
            return None
        begins, ends = datetime.combine(day, start), datetime.combine(last or day, end)
        if ends <= begins:
            self._refuse_end(ends.date() < day)
            return None
        return self._made(begins, ends, whole=bool(found.get("hele_dag")))

    def _refuse_end(self, is_earlier_day: bool) -> None:
        if is_earlier_day:
            self.add_error("laatste_dag", _("De laatste dag ligt voor de eerste dag."))
            return
        text = _(
            "Het einde moet na het begin liggen. Duurt het tot na middernacht? "
            "Vul dan ook de laatste dag in."
        )
        self.add_error("tot", text)

    def _made(self, begins: datetime, ends: datetime, *, whole: bool) -> Series | None:
        from wijkteams.activiteiten.keren.series import once_of

        try:
            return once_of(attach(begins), attach(ends), all_day=whole)
        except ValidationError as refusal:
            of_end = refusal.error_dict.get("end") if hasattr(refusal, "error_dict") else None
            self.add_error("laatste_dag" if of_end else "dag", of_end or refusal.messages)
            return None


def _series_of(page: Any) -> Series | None:
    """How it repeats now; None for a new page, or one of which the text cannot be read."""
    from wijkteams.activiteiten.keren.series import series_of_page

    if page is None or page.starts_at is None or page.ends_at is None:
        return None
    try:
        return series_of_page(page)
    except ValidationError:
        return None


def _first_of(page: Any) -> dict[str, Any]:
    if page.starts_at is None or page.ends_at is None:  # a new page
        return {}
    start, end = detach(page.starts_at), detach(page.ends_at)
    longer = end.date() if end.date() != start.date() else None
    found = {"dag": start.date(), "hele_dag": page.all_day, "laatste_dag": longer}
    return found if page.all_day else found | {"van": start.time(), "tot": end.time()}
