"""What nobody can ever get to see: a page or question of which the condition can never hold."""

from __future__ import annotations

from collections.abc import Iterator

from enquetes.vragen.gevallen import gevallen
from enquetes.vragen.lijst import ALTIJD, Stap, Voorwaarde, Vraag, Vragenlijst
from enquetes.vragen.pad import zichtbaar

MOST = 5000
"Of so many cases nothing was found: then we do not say that there is none."
FIRST, ENOUGH = 60, 20
"So many cases are looked at for all together; so many dead ends are told at once."


def onbereikbaar(vragenlijst: Vragenlijst) -> set[str]:
    """The ids of pages and questions that no way of answering leads to.

    Of a page that nobody sees only the page is named, not the questions on it.
    """
    needs = _needs(vragenlijst)
    seen = _seen_at_once(vragenlijst)
    found: set[str] = set()
    hidden: set[str] = set()
    for stap, vraag in _conditional(vragenlijst):
        key = vraag.id if vraag else stap.id
        if key in seen or stap.id in hidden or len(found) == ENOUGH:
            continue
        if not _can_be_seen(vragenlijst, needs, stap, vraag):
            found.add(key)
            if vraag is None:
                hidden.add(stap.id)
    return found


def _conditional(vragenlijst: Vragenlijst) -> Iterator[tuple[Stap, Vraag | None]]:
    """Each page with a condition, then each question with one."""
    for stap in vragenlijst.stappen:
        if stap.als:
            yield stap, None
        yield from ((stap, vraag) for vraag in stap.vragen if vraag.als)


def _seen_at_once(vragenlijst: Vragenlijst) -> set[str]:
    """What the first cases show already: of most surveys everything."""
    seen: set[str] = set()
    for case in gevallen(vragenlijst, most=FIRST):
        for stap in zichtbaar(vragenlijst, case):
            seen |= {stap.id, *(vraag.id for vraag in stap.vragen)}
    return seen


def _needs(vragenlijst: Vragenlijst) -> dict[str, frozenset[str]]:
    """For each question all questions that decide whether it is shown, however far away."""
    found: dict[str, frozenset[str]] = {}
    for stap in vragenlijst.stappen:
        for vraag in stap.vragen:
            found[vraag.id] = _closure(found, stap.als, vraag.als)
    return found


def _closure(known: dict[str, frozenset[str]], *conditions: Voorwaarde) -> frozenset[str]:
    direct = {regel.vraag for als in conditions for regel in als.regels}
    return frozenset(direct).union(*(known.get(one, frozenset()) for one in direct))


def _can_be_seen(
    vragenlijst: Vragenlijst, needs: dict[str, frozenset[str]], stap: Stap, vraag: Vraag | None
) -> bool:
    over = _closure(needs, stap.als, vraag.als if vraag else ALTIJD)
    shorter = _only_about(vragenlijst, over, stap, vraag)
    looked = 0
    for case in gevallen(shorter, over, most=MOST):
        looked += 1
        for shown in zichtbaar(shorter, case):
            if shown.id == stap.id and (vraag is None or vraag in shown.vragen):
                return True
    return looked >= MOST


def _only_about(
    vragenlijst: Vragenlijst, over: frozenset[str], stap: Stap, vraag: Vraag | None
) -> Vragenlijst:
    """The questions that decide, up to and with the page or question that it is about."""
    made = []
    for one in vragenlijst.stappen:
        kept = tuple(each for each in one.vragen if each.id in over or each == vraag)
        if one.id == stap.id:
            # A page with an introduction is shown without questions too: that it can be is enough.
            made.append(Stap(one.id, intro="x", als=one.als, vragen=kept))
            break
        if kept:
            made.append(Stap(one.id, intro="x", als=one.als, vragen=kept))
    return Vragenlijst(tuple(made))
