"""How many answered, and where not yet (requirement S12). Numbers: nothing of what they said."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass
from typing import TYPE_CHECKING

from django.db.models import Count, Q

from enquetes.models import Deelname, Envelop, Inzending, Papierinvoer
from enquetes.overzicht.counts import answers_of
from wijkteams.kanaal import Kanaal
from wijkteams.models import Buurt, Kerncijfer

if TYPE_CHECKING:
    from enquetes.models import Enquete

HOUSEHOLDS = "huishoudens"
"The figure of a ward that tells how many households it has."
BEHIND = 0.5
"A neighbourhood with less than this part of what the others have on average is behind."
ENOUGH = 20
"With fewer answers in all, a neighbourhood without any says nothing yet."


@dataclass(frozen=True)
class BuurtLine:
    """One neighbourhood."""

    name: str
    answers: int
    codes: int
    "How many letters with a code were made for it."
    used: int
    is_behind: bool = False

    @property
    def percent_used(self) -> int | None:
        """Of the codes, how many were used."""
        return round(100 * self.used / self.codes) if self.codes else None


@dataclass(frozen=True)
class Response:
    """The whole of it."""

    answers: int
    waiting: int
    "Sent, and not laid down with others yet: they count within a day."
    typed: int
    "Forms on paper that were typed in and not counted yet."
    goal: int | None
    households: int | None
    channels: list[tuple[str, int]]
    buurten: list[BuurtLine]
    elsewhere: int
    "Answers that do not tell from which neighbourhood they come."

    @property
    def percent_of_goal(self) -> int | None:
        """How far the goal is reached; never more than all of it."""
        return min(100, round(100 * self.answers / self.goal)) if self.goal else None

    @property
    def percent_of_households(self) -> int | None:
        """Of all households of the ward; as if each answered once."""
        if not self.households:
            return None
        return min(100, round(100 * self.answers / self.households))

    @property
    def knows_buurten(self) -> bool:
        """Whether anything is known by neighbourhood."""
        return any(line.answers or line.codes for line in self.buurten)


def response_of(enquete: Enquete) -> Response:
    """Read it all in a few questions, however many answers there are."""
    total = answers_of(enquete)
    rows = Inzending.objects.filter(enquete=enquete).order_by()
    channels = Counter(dict(rows.values_list("kanaal").annotate(Count("pk"))))
    by_buurt = Counter(dict(rows.values_list("buurt").annotate(Count("pk"))))
    return Response(
        answers=total,
        waiting=Envelop.objects.filter(enquete=enquete).count(),
        typed=_typed(enquete),
        goal=enquete.doel,
        households=_households(enquete),
        channels=[(str(kind.label), channels[kind]) for kind in Kanaal if channels[kind]],
        buurten=_lines(enquete, by_buurt),
        elsewhere=by_buurt[None],
    )


def _lines(enquete: Enquete, answers: Counter[int]) -> list[BuurtLine]:
    codes = Deelname.objects.filter(enquete=enquete, soort=Deelname.Soort.HUISCODE).order_by()
    counted = codes.values_list("buurt").annotate(
        made=Count("pk"), of_them=Count("pk", filter=Q(used=True))
    )
    letters = {buurt: (made, used) for buurt, made, used in counted}
    names = list(Buurt.objects.filter(wijk=enquete.wijk_id).values_list("pk", "name"))
    known = sum(answers[pk] for pk, _name in names)
    limit = BEHIND * known / len(names) if names and known >= ENOUGH else 0
    lines = [
        BuurtLine(name, answers[pk], *letters.get(pk, (0, 0)), is_behind=answers[pk] < limit)
        for pk, name in names
    ]
    return sorted(lines, key=lambda line: (-line.answers, line.name.casefold()))


def _typed(enquete: Enquete) -> int:
    forms = Papierinvoer.objects.filter(stapel__enquete=enquete, ronde=1)
    return forms.count()


def _households(enquete: Enquete) -> int | None:
    figures = Kerncijfer.objects.filter(indicator=HOUSEHOLDS, wijk=enquete.wijk_id)
    value = figures.order_by("-jaar").values_list("waarde", flat=True).first()
    return None if value is None else int(value)
