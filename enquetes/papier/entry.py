"""Forms of a pile: opening one, keeping it, deciding between two who typed it.

Everything that writes holds the pile first: two who type in one pile wait for each other a moment,
and never take the same number or write over each other.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from django.db import transaction
from django.db.models import Max
from django.utils.translation import gettext as _

from enquetes.models import Papierinvoer, Papierstapel
from enquetes.papier.differences import verschillen
from enquetes.vragen.antwoord import Antwoorden

if TYPE_CHECKING:
    from accounts.models import User


class PapierError(Exception):
    """It cannot be done, in words for who types; nothing of what was typed is lost."""


def held(stapel: Papierstapel) -> Papierstapel:
    """The pile, held until the transaction ends. Raises PapierError when it was counted."""
    rows = Papierstapel.objects.select_related("enquete", "versie")
    found = rows.select_for_update(of=("self",)).get(pk=stapel.pk)
    if found.status == Papierstapel.Status.GETELD:
        raise PapierError(_("Deze stapel is al meegeteld. Begin een nieuwe stapel."))
    return found


@transaction.atomic
def begin_form(stapel: Papierstapel, *, by: User, ronde: int = 1) -> Papierinvoer:
    """The form that this person types now: what they left empty, else one with the next number.

    The number follows on their own last one: each works from the top of an own heap of paper.
    Raises PapierError when the pile is counted, or (second time) when there is nothing to type.
    """
    stapel = held(stapel)
    own = stapel.invoer.filter(ronde=ronde, entered_by=by)
    empty = own.filter(klaar=False, antwoorden={}).first()
    if empty is not None:
        return empty
    last = own.aggregate(last=Max("formulier"))["last"] or 0
    nummer = _second(stapel, by, last) if ronde == 2 else _free(stapel, last)
    language = own.order_by("-formulier").values_list("language", flat=True).first()
    return stapel.invoer.create(
        formulier=nummer, ronde=ronde, entered_by=by, language=language or "nl"
    )


def _free(stapel: Papierstapel, last: int) -> int:
    taken = set(stapel.invoer.filter(ronde=1).values_list("formulier", flat=True))
    nummer = last + 1 if last else max(taken, default=0) + 1
    while nummer in taken:
        nummer += 1
    return nummer


def _second(stapel: Papierstapel, by: User, last: int) -> int:
    """A form that somebody else typed and nobody yet a second time."""
    taken = stapel.invoer.filter(ronde=2).values("formulier")
    waiting = stapel.invoer.filter(ronde=1, klaar=True).exclude(formulier__in=taken)
    numbers = list(waiting.exclude(entered_by=by).values_list("formulier", flat=True))
    if not numbers:
        raise PapierError(
            _("Er is nu geen formulier dat jij voor de tweede keer kunt invoeren. ")
            + _("Iemand anders dan wie het de eerste keer deed, voert het in.")
        )
    return min((one for one in numbers if one > last), default=min(numbers))


@transaction.atomic
def save_form(
    invoer: Papierinvoer,
    *,
    antwoorden: Antwoorden,
    by: User,
    klaar: bool,
    wijziging: int,
    formulier: int | None = None,
    language: str | None = None,
) -> Papierinvoer:
    """Keep what was typed. `wijziging` is the count of the form as the typist got it.

    Raises PapierError when somebody else saved it meanwhile, the number is taken, or the pile was
    counted.
    """
    stapel = held(invoer.stapel)
    row = stapel.invoer.filter(pk=invoer.pk).first()
    if row is None:
        raise PapierError(_("Dit formulier is intussen weggegooid. Voer het opnieuw in."))
    if row.wijziging != wijziging and row.entered_by_id != by.pk:
        who = row.entered_by.get_full_name() if row.entered_by else ""
        raise PapierError(
            _("Dit formulier is intussen ook bewaard door %(who)s. Wat jij typte staat hier nog; ")
            % {"who": who or _("iemand anders")}
            + _("bewaar nog een keer als dit de goede antwoorden zijn.")
        )
    if formulier is not None and formulier != row.formulier:
        _renumber(stapel, row, formulier)
    row.antwoorden, row.klaar, row.entered_by = antwoorden, klaar, by
    row.language = language or row.language
    row.wijziging += 1
    row.save()
    _say_stand(stapel)
    return row


def _say_stand(stapel: Papierstapel) -> None:
    """Whether there is something to decide, for the list of piles."""
    twice = any(one.vraag for one in verschillen(stapel))
    stand = Papierstapel.Status.VERSCHILLEN if twice else Papierstapel.Status.OPEN
    if stapel.status != stand:
        stapel.status = stand
        stapel.save(update_fields=["status"])


def _renumber(stapel: Papierstapel, row: Papierinvoer, formulier: int) -> None:
    other = stapel.invoer.filter(formulier=formulier, ronde=row.ronde).first()
    if other is not None and not other.klaar and not other.antwoorden:
        # Somebody else opened it and typed nothing: if that is their number too, they are told.
        other.formulier = _free(stapel, formulier)
        other.save(update_fields=["formulier"])
    elif other is not None:
        raise PapierError(
            _("Formulier %(number)s is al ingevoerd. Kijk op het papier of het nummer klopt.")
            % {"number": formulier}
        )
    if row.ronde == 2 and not _may_be_second(stapel, row, formulier):
        raise PapierError(
            _("Formulier %(number)s is nog niet voor de eerste keer ingevoerd, of dat deed jij.")
            % {"number": formulier}
        )
    row.formulier = formulier


def _may_be_second(stapel: Papierstapel, row: Papierinvoer, formulier: int) -> bool:
    first = stapel.invoer.filter(ronde=1, klaar=True, formulier=formulier)
    return first.exclude(entered_by=row.entered_by_id).exists()


@transaction.atomic
def throw_away(invoer: Papierinvoer) -> None:
    """A form that was typed by mistake, and its second time with it."""
    stapel = held(invoer.stapel)
    rows = stapel.invoer.filter(formulier=invoer.formulier)
    (rows if invoer.ronde == 1 else rows.filter(ronde=2)).delete()
    _say_stand(stapel)


@transaction.atomic
def decide(stapel: Papierstapel, *, formulier: int, vraag: str, ronde: int) -> None:
    """Of what two people typed for one question, this one is right: both say the same from now."""
    stapel = held(stapel)
    rows = {row.ronde: row for row in stapel.invoer.filter(formulier=formulier)}
    if set(rows) != {1, 2} or ronde not in rows:
        raise PapierError(_("Dit formulier is niet twee keer ingevoerd."))
    right, other = rows[ronde].antwoorden, rows[3 - ronde]
    for key in {key for row in rows.values() for key in row.antwoorden}:
        if key.partition(":")[0] == vraag:
            other.antwoorden.pop(key, None)
            if key in right:
                other.antwoorden[key] = right[key]
    other.wijziging += 1
    other.save(update_fields=["antwoorden", "wijziging"])
    _say_stand(stapel)
