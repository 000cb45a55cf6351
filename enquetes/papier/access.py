"""Who may type in, and whose forms they see."""

from __future__ import annotations

from collections.abc import Iterable
from typing import TYPE_CHECKING, Any, Final

from django.core.exceptions import PermissionDenied
from django.db.models import Model
from django.http import Http404

from enquetes.models import Enquete, Formulierdruk, Papierinvoer, Papierstapel
from wijkteams.permissions.rows import WijkRowPolicy
from wijkteams.row_access import may, the_row

if TYPE_CHECKING:
    from django.http import HttpRequest

PAPER: Final = "papier.add"


class PaperPolicy(WijkRowPolicy):
    """Of a pile, a form in it, and what was printed: who may type in for that ward."""

    def _actions(self, actions: Iterable[str]) -> set[str]:
        return {PAPER}

    def wijk_id_of(self, instance: Model) -> int | None:
        return _enquete_of(instance).wijk_id

    @property
    def wijk_lookup(self) -> str:  # type: ignore[override]
        deep = "stapel__enquete" if self.model is Papierinvoer else "enquete"
        return f"{deep}__wijk_id"


def _enquete_of(row: Any) -> Enquete:
    found: Enquete = row.stapel.enquete if isinstance(row, Papierinvoer) else row.enquete
    return found


def the_survey(request: HttpRequest, pk: int) -> Enquete:
    """A survey for which the user may type in; else 404 or 403."""
    return the_row(request, Enquete.objects.select_related("wijk"), pk, PAPER)


def the_pile(request: HttpRequest, pk: int) -> Papierstapel:
    """A pile of such a survey."""
    rows = Papierstapel.objects.select_related("enquete__wijk", "versie")
    return _asked(request, rows.filter(pk=pk).first())


def the_print(request: HttpRequest, pk: int) -> Formulierdruk:
    """What was printed of such a survey."""
    rows = Formulierdruk.objects.select_related("enquete__wijk")
    return _asked(request, rows.filter(pk=pk).first())


def the_form(request: HttpRequest, pk: int) -> Papierinvoer:
    """A form in such a pile.

    While a pile is typed in twice, nobody sees what another typed: the second time is blind.
    """
    rows = Papierinvoer.objects.select_related("stapel__enquete__wijk", "stapel__versie")
    found = _asked(request, rows.filter(pk=pk).first())
    typed = found.stapel.invoer.filter(formulier=found.formulier, klaar=True).count()
    if not may_open(request.user, found, twice=typed == 2):
        raise PermissionDenied
    return found


def may_open(user: Any, invoer: Papierinvoer, *, twice: bool) -> bool:
    """Whether this form is not to be kept from who types it a second time.

    What was typed `twice` may be seen by both: there the paper decides.
    """
    return twice or not invoer.stapel.dubbel or invoer.entered_by_id == user.pk


def _asked(request: HttpRequest, row: Any) -> Any:
    if row is None:
        raise Http404
    if not may(request.user, _enquete_of(row).wijk_id, PAPER):
        raise PermissionDenied
    return row
