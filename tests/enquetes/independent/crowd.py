"""Surveys and people by chance: lopsided, so that many numbers are small."""

from __future__ import annotations

from random import Random
from typing import Any

from django.utils import timezone

from enquetes.models import Enquete, EnqueteIndexPage, Inzending
from enquetes.vragen import Soort, Vraag
from enquetes.vragen.antwoord import ANDERS, BUITEN, JA, NEE, ONLEESBAAR, WEET_NIET, Antwoorden
from enquetes.vragen.pad import klopt
from tests.factories.enquetes import key, question, rule, step, survey
from wijkteams.kanaal import Kanaal
from wijkteams.models import Buurt, Wijk

CHANNELS = [Kanaal.WEB, Kanaal.WEB, Kanaal.PAPIER, Kanaal.TELEFOON]


def random_survey(wijk: Wijk, seed: int, people: int) -> Enquete:
    """A survey of all kinds that are counted, with so many answers."""
    for name in ("Kade", "Dijk", "Park"):
        Buurt.objects.get_or_create(wijk=wijk, slug=name.lower(), defaults={"name": name})
    random = Random(seed)
    enquete = survey(
        EnqueteIndexPage.objects.get(wijk=wijk),
        step(1, *_about_you(random)),
        step(2, *_what_you_think(), als=rule(5, *random.choice([["ja"], ["ja", "nee"]]))),
        vervolg=[("text", {"text": "<p>We gaan ermee aan de slag.</p>"})],
        title=f"Toeval {seed}",
    )
    crowd = _Crowd(enquete, random)
    Inzending.objects.bulk_create(crowd.rows(people))
    return enquete


def _about_you(random: Random) -> list[dict[str, Any]]:
    ages = ["Jong", "Midden", "Oud", "Heel oud"][: random.randint(2, 4)]
    return [
        question("buurt", 1, weet_niet=True, uitsplitsen=True),
        question("keuze", 2, *ages, weet_niet=True, uitsplitsen=True),
        question("keuze", 3, "Huur", "Koop", weet_niet=False, uitsplitsen=random.random() < 0.5),
        question("keuzes", 4, "Lopen", "Fiets", "Auto", anders=True, weet_niet=False),
        question("ja_nee", 5, weet_niet=True),
    ]


def _what_you_think() -> list[dict[str, Any]]:
    rows = [{"type": "item", "id": key(900 + n), "value": f"Plan {n}"} for n in (1, 2)]
    return [
        question("schaal", 6, maximum="5", weet_niet=True),
        question("smileys", 7, weet_niet=False),
        question("rangorde", 8, "Groen", "Stilte", "Licht"),
        question("matrix", 9, "Goed", "Slecht", rijen=rows, weet_niet=True),
        question("kaart", 10, weet_niet=True),
        question("lang", 11),
    ]


class _Crowd:
    """Who prefers the first answers by far, so that the last ones are rare."""

    def __init__(self, enquete: Enquete, random: Random) -> None:
        self.enquete, self.random = enquete, random
        rows = Buurt.objects.filter(wijk=enquete.wijk_id).order_by("pk")
        self.buurten = [str(pk) for pk in rows.values_list("pk", flat=True)]

    def rows(self, people: int) -> list[Inzending]:
        versie = self.enquete.versie
        assert versie is not None
        return [
            Inzending(
                enquete=self.enquete,
                versie=versie,
                kanaal=self.random.choice(CHANNELS),
                dag=timezone.localdate(),
                antwoorden=self._answers(versie.vragenlijst.stappen),
            )
            for _number in range(people)
        ]

    def _answers(self, stappen: Any) -> Antwoorden:
        known: Antwoorden = {}
        for stap in stappen:
            for vraag in stap.vragen if klopt(stap.als, known) else ():
                if self.random.random() < 0.9:
                    odd = self.random.random() < 0.02
                    known[vraag.id] = ONLEESBAAR if odd else self._answer(vraag)
        return known

    def _one(self, keys: list[str]) -> str:
        weights = [1 / (place + 1) ** 2 for place in range(len(keys))]
        return self.random.choices(keys, weights)[0]

    def _answer(self, vraag: Vraag) -> Any:
        keys = [optie.id for optie in vraag.opties]
        unknown = [WEET_NIET] * vraag.weet_niet
        match vraag.soort:
            case Soort.BUURT:
                return self._one([*self.buurten, BUITEN, *unknown])
            case Soort.KEUZES:
                keys += [ANDERS] * vraag.anders
                return sorted({self._one(keys) for _time in range(2)})
            case Soort.JA_NEE:
                return self._one([JA, NEE, *unknown])
            case Soort.SCHAAL | Soort.SMILEYS:
                return self.random.choice([1, 4, 4, 5, 5, 5, *unknown])
            case Soort.RANGORDE:
                return self.random.sample(keys, len(keys))
            case Soort.MATRIX:
                return {rij.id: self._one([*keys, *unknown]) for rij in vraag.rijen}
            case Soort.KAART:
                spread = self.random.gauss
                return [round(6.37 + spread(0, 0.003), 5), round(53.28 + spread(0, 0.002), 5)]
            case Soort.LANG:
                return "Iets"
        return self._one([*keys, *unknown])
