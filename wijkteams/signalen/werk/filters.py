"""What a team can ask of its queue. Names and addresses of residents are never searched (R-04)."""

from __future__ import annotations

from datetime import timedelta
from typing import Any

from django import forms
from django.db.models import Exists, OuterRef, Q
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from wijkteams.membership import membership_of
from wijkteams.models import Wijk
from wijkteams.row_access import within
from wijkteams.signalen.models import (
    Categorie,
    Doorzending,
    Klasse,
    Openbaarheid,
    Opvolging,
    SignaalFoto,
    Staat,
)
from wijkteams.signalen.models.querysets import SignaalQuerySet
from wijkteams.signalen.werk.access import VIEW
from wijkteams.signalen.werk.lateness import late
from wijkteams.ward_picker import MOST_IN_A_LIST, search_among_many

ALL = "alles"
AGES = [
    ("", _("Hoe oud ook")),
    ("7", _("Ouder dan een week")),
    ("28", _("Ouder dan vier weken")),
    ("91", _("Ouder dan drie maanden")),
]
ATTENTION = [
    ("", _("Alles")),
    ("mijn", _("Wat ik oppak")),
    ("niemand", _("Pakt nog niemand op")),
    ("laat", _("Wacht te lang")),
    ("blik", _("Wacht op een blik voor de site")),
    ("foto", _("Foto's om te bekijken")),
    ("antwoord", _("Antwoord van een partner om na te kijken")),
    ("tweede", _("Wacht op een tweede paar ogen")),
]
ORDERS = [("", _("Nieuwste eerst")), ("oud", _("Oudste eerst")), ("mee", _("Meeste last eerst"))]
ORDERED = {"oud": ("gemeld_op", "pk"), "mee": ("-aantal_mee", "-gemeld_op", "-pk")}


class QueueFilter(forms.Form):
    """The fields above the queue. What is no choice of a field counts as not filled in."""

    q = forms.CharField(label=_("Zoek in de tekst of op nummer"), required=False, max_length=100)
    wijk = forms.ModelChoiceField(label=_("Wijk"), required=False, queryset=Wijk.objects.none())
    staat = forms.ChoiceField(
        label=_("Staat"),
        required=False,
        choices=[("", _("Nog niet klaar")), *Staat.choices, (ALL, _("Alle staten"))],
    )
    categorie = forms.ModelChoiceField(
        label=_("Categorie"), required=False, queryset=Categorie.objects.none()
    )
    klasse = forms.ChoiceField(
        label=_("Wie mag het weten"),
        required=False,
        choices=[("", _("Alles wat je mag zien")), *Klasse.choices],
    )
    let_op = forms.ChoiceField(label=_("Let op"), required=False, choices=ATTENTION)
    leeftijd = forms.ChoiceField(label=_("Leeftijd"), required=False, choices=AGES)
    volgorde = forms.ChoiceField(label=_("Volgorde"), required=False, choices=ORDERS)

    def __init__(self, data: Any, *, user: Any) -> None:
        super().__init__(data)
        self.user = user
        own = membership_of(user).wards_with("rows", VIEW)
        self.only_ward = next(iter(own)) if len(own) == 1 else None
        wards: Any = self.fields["wijk"]
        wards.queryset = Wijk.objects.filter(within(user, VIEW, "pk")).order_by("name")
        wards.empty_label = _("Alle wijken waar je bij mag")
        if not own or None in own or len(own) > MOST_IN_A_LIST:
            search_among_many(wards)
        found: Any = self.fields["categorie"]
        found.queryset = Categorie.objects.filter(Q(wijk=None) | within(user, VIEW))
        found.empty_label = _("Alle categorieën")
        self.is_valid()

    @property
    def asked(self) -> dict[str, Any]:
        """What was chosen, without what made no sense."""
        return {name: value for name, value in self.cleaned_data.items() if value}

    def chosen(self, rows: SignaalQuerySet) -> SignaalQuerySet:
        """The signals that are asked for, in order. Merged ones stand under the one they follow."""
        asked = self.asked
        rows = rows.filter(samengevoegd_in=None)
        staat = asked.get("staat", "")
        if staat != ALL:
            rows = rows.filter(staat=staat) if staat else rows.open()
        for name in ("wijk", "categorie", "klasse"):
            if name in asked:
                rows = rows.filter(**{name: asked[name]})
        if "leeftijd" in asked:
            since = timezone.now() - timedelta(days=int(asked["leeftijd"]))
            rows = rows.filter(gemeld_op__lt=since)
        rows = rows.filter(self._attention(asked.get("let_op", "")) & words_in(asked.get("q", "")))
        return rows.order_by(*ORDERED.get(asked.get("volgorde", ""), ("-gemeld_op", "-pk")))

    def _attention(self, asked: str) -> Q:
        of_it = {"signaal": OuterRef("pk")}
        answered = Doorzending.Stand.BEANTWOORD
        choices: dict[str, Any] = {
            "": lambda: Q(),
            "mijn": lambda: Q(toegewezen_aan=self.user.pk),
            "niemand": lambda: Q(toegewezen_aan=None),
            "laat": late,
            "blik": lambda: Q(openbaarheid=Openbaarheid.WACHT),
            "foto": lambda: Q(Exists(SignaalFoto.objects.filter(is_openbaar=False, **of_it))),
            "antwoord": lambda: Q(Exists(Doorzending.objects.filter(stand=answered, **of_it))),
            "tweede": lambda: Q(Exists(Opvolging.objects.filter(wacht_op_tweede=True, **of_it))),
        }
        found: Q = choices[asked]()
        return found


def words_in(asked: str) -> Q:
    """Each word stands in the text, the place or the number."""
    found = Q()
    for word in asked.split()[:8]:
        found &= (
            Q(titel__icontains=word)
            | Q(tekst__icontains=word)
            | Q(plaats_tekst__icontains=word)
            | Q(code__icontains=word)
        )
    return found
