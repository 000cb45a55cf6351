"""Forms."""

from __future__ import annotations

from django.utils.translation import gettext_lazy as _

from .part import Part

CRISPY = "nlds/whole_uni_form.html"

FORMS: tuple[Part, ...] = (
    Part(
        "form",
        _("Formulier"),
        _("Elke vraag heeft een naam, en uitleg vóór het veld. Wat niet hoeft, zegt dat."),
        _("Uitleg ín het veld: die verdwijnt zodra iemand typt."),
        template=CRISPY,
        css="form",
        height="hoog",
    ),
    Part(
        "form_errors",
        _("Formulier met fouten"),
        _("Bovenaan staat wat er nog niet goed is, met een link naar elk veld."),
        _("Kleur alleen: er staan altijd woorden bij."),
        template=CRISPY,
        css="form",
        height="hoog",
    ),
    Part(
        "date_time",
        _("Dag en tijd"),
        _("Dag en tijd hebben elk een eigen veld met een naam. Typen kan altijd."),
        _("Eén vrij veld waarin iemand moet raden hoe een datum eruitziet."),
        template=CRISPY,
        css="form",
        height="hoog",
    ),
    Part(
        "file",
        _("Bestand of foto's meesturen"),
        _("Zegt vooraf wat mag en hoe groot, en laat zien wat er al is."),
        _("Een verplichte foto: niet iedereen heeft er een."),
        template=CRISPY,
        css="form",
        height="hoog",
    ),
    Part(
        "formset",
        _("Meer dan één keer hetzelfde"),
        _("Personen, data of adressen: een knop geeft er een regel bij, ook zonder JavaScript."),
        _("Eén antwoord: gebruik een gewoon veld."),
        template="nlds/uni_formset.html",
        css="form",
        height="hoog",
    ),
    Part(
        "progress",
        _("Waar bent u?"),
        _("Boven een formulier van twee tot tien stappen: de stap in woorden, en stenen."),
        _("Percentages, of een formulier van één bladzijde."),
        css="form",
        height="laag",
    ),
    Part(
        "show_password",
        _("Laat zien wat ik typ"),
        _("Een vinkje onder een wachtwoord. Een klein script zet het daar; zonder blijft het weg."),
        _("Andere velden: daar staat al wat iemand typt."),
        css="form",
        height="laag",
    ),
)
