"""What somebody may ask of the list of subscribers: ward, list, state, and a name to look for."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any

from django import forms
from django.db.models import Q, QuerySet
from django.utils.translation import gettext_lazy as _

from core.mail.addresses import key_of
from nieuws.abonnees.access import CONTACT, VIEW, is_of_city, own_lists, own_wards
from nieuws.abonnees.counting import NOT_ARRIVING, stopped_readers
from nieuws.models import Abonnee, Abonnement, Lijst
from wijkteams.membership import membership_of
from wijkteams.models import Wijk
from wijkteams.row_access import within
from wijkteams.ward_picker import search_among_many

Status = Abonnement.Status
MOST_LISTS = 60
"More than so many are neither counted nor offered at once: first a ward."
STATES = [
    ("", _("Iedereen")),
    (Status.ACTIEF.value, _("Ontvangt de nieuwsbrief")),
    (Status.ONBEVESTIGD.value, _("Nog niet bevestigd")),
    (NOT_ARRIVING, _("Mail komt niet aan")),
    (Status.AFGEMELD.value, _("Afgemeld")),
]


class AbonneesFilter(forms.Form):
    """Above the list. What makes no sense is left out, and the rest still works."""

    wijk: Any = forms.ModelChoiceField(
        label=_("Wijk"), queryset=None, required=False, empty_label=_("Alle wijken")
    )
    lijst: Any = forms.ModelChoiceField(label=_("Lijst"), queryset=None, required=False)
    stand = forms.ChoiceField(label=_("Stand"), choices=STATES, required=False)
    q = forms.CharField(label=_("Zoek"), required=False, max_length=254)

    def __init__(self, *args: Any, user: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        fields: dict[str, Any] = self.fields
        fields["wijk"].queryset = own_wards(user, VIEW)
        fields["lijst"].queryset = own_lists(user)
        wards = membership_of(user).wards_with("rows", VIEW)
        if is_of_city(user, VIEW) or len(wards) > 1:
            search_among_many(fields["wijk"])
        else:
            del self.fields["wijk"]


@dataclass(frozen=True)
class Chosen:
    """What was asked, as far as it can be answered."""

    form: AbonneesFilter
    lists: list[Lijst]
    "Those that are offered and counted; none when there are too many."
    wijk: Wijk | None
    lijst: Lijst | None
    stand: str
    asked: str

    @property
    def counted(self) -> list[Lijst]:
        """The lists of which the rows are shown, when those are known one by one."""
        return [self.lijst] if self.lijst is not None else self.lists


def choose(data: Any, user: Any) -> Chosen:
    """Read what stands in the address."""
    form = AbonneesFilter(data, user=user)
    form.is_valid()
    wijk, lijst = (form.cleaned_data.get(name) for name in ("wijk", "lijst"))
    lists = own_lists(user)
    if wijk is not None:
        lists = lists.filter(wijk=wijk)
    some = list(lists[: MOST_LISTS + 1])
    return Chosen(
        form,
        lists=some if len(some) <= MOST_LISTS else [],
        wijk=wijk,
        lijst=lijst if lijst is not None and wijk in (None, lijst.wijk) else None,
        stand=str(form.cleaned_data.get("stand") or ""),
        asked=" ".join(str(form.cleaned_data.get("q") or "").split()),
    )


def rows_of(chosen: Chosen, user: Any) -> QuerySet[Abonnement]:
    """Who is on these lists, the newest first."""
    rows = Abonnement.objects.filter(within(user, VIEW))
    # The ward too, by which there is an index in the order of the list.
    if chosen.lijst is not None:
        rows = rows.filter(wijk=chosen.lijst.wijk_id, lijst=chosen.lijst)
    elif chosen.wijk is not None:
        rows = rows.filter(wijk=chosen.wijk)
    if chosen.stand == NOT_ARRIVING:
        rows = rows.filter(status=Status.ACTIEF, abonnee__in=stopped_readers())
    elif chosen.stand:
        rows = rows.filter(status=chosen.stand)
        if chosen.stand == Status.ACTIEF:
            rows = rows.filter(abonnee__stand=Abonnee.Stand.ACTIEF)
    return rows.filter(found_by(chosen.asked, user)) if chosen.asked else rows


def found_by(asked: str, user: Any) -> Q:
    """By a part of the name; by an address only where one may see addresses (R-04).

    Who may not see them finds nothing with an '@', also not in what somebody typed as a name: else
    the search would tell whether an address is known.
    """
    by_name = Q(name__icontains=asked)
    no_address = by_name & ~Q(name__contains="@")
    if not membership_of(user).may("rows", CONTACT):
        return no_address
    whose = Abonnee.objects.filter(email_key__contains=_part_of_key(asked)).values("pk")
    return no_address | (within(user, CONTACT) & (by_name | Q(abonnee__in=whose)))


def _part_of_key(asked: str) -> str:
    """What was typed, in the form in which addresses are recognised."""
    return key_of(asked) if "@" in asked.strip("@") else asked.casefold()


def offered(chosen: Chosen) -> Iterable[Lijst]:
    """The lists between which one can choose."""
    return chosen.lists if len(chosen.lists) > 1 else []
