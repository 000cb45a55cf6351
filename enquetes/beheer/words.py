"""An answer in words, as an example for who makes a survey."""

from __future__ import annotations

from typing import Any

from django.utils.functional import cached_property
from django.utils.translation import gettext as _

from enquetes.vragen.antwoord import ANDERS, BUITEN, JA, NEE, WEET_NIET
from enquetes.vragen.gevallen import ANOTHER, IETS
from enquetes.vragen.lijst import Soort, Vraag


class WoordenVan:
    """Words for the answers of a survey in one ward."""

    def __init__(self, wijk_id: int | None) -> None:
        self.wijk_id = wijk_id

    @cached_property
    def _buurten(self) -> dict[str, str]:
        from wijkteams.models import Buurt

        rows = Buurt.objects.filter(wijk_id=self.wijk_id) if self.wijk_id else Buurt.objects.none()
        return {str(pk): name for pk, name in rows.values_list("pk", "name")}

    def answer(self, vraag: Vraag, value: Any) -> str:
        """What somebody would have said."""
        if value is None or value == "":
            return _("niets ingevuld")
        if isinstance(value, dict):
            rows = {rij.id: rij.text for rij in vraag.rijen}
            return ", ".join(f"{rows.get(k, k)}: {self._one(vraag, v)}" for k, v in value.items())
        if isinstance(value, list):
            return ", ".join(self._one(vraag, one) for one in value)
        return self._one(vraag, value)

    def _one(self, vraag: Vraag, value: Any) -> str:
        special = {
            ANDERS: _("Anders, namelijk"),
            WEET_NIET: _("Weet ik niet"),
            BUITEN: _("Woont ergens anders"),
            JA: _("Ja"),
            NEE: _("Nee"),
            IETS: _("iets"),
        }
        if isinstance(value, str) and value in special:
            return special[value]
        optie = vraag.optie(str(value))
        if optie is not None:
            return optie.text
        if vraag.soort == Soort.BUURT:
            return _("een andere buurt") if value == ANOTHER else self._buurten.get(str(value), "?")
        if isinstance(value, float | int):
            return f"{value:g}".replace(".", ",")
        return str(value)
