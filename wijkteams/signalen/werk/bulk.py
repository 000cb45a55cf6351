"""The same step for many signals: at once for a few, by the worker for more."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

from django.contrib.auth import get_user_model
from django.core.exceptions import ValidationError
from django_tasks import task

from wijkteams.signalen import services
from wijkteams.signalen.models import Signaal

AT_ONCE = 50
"More than these a browser would wait for too long."


def step_all(
    pks: Iterable[int], door: Any, *, naar: str, openbare_zin: str, interne_notitie: str
) -> tuple[int, list[str]]:
    """Each in a transaction of its own. Gives how many were done, and the numbers of the rest."""
    done, refused = 0, []
    for pk, code in Signaal.objects.filter(pk__in=list(pks)).values_list("pk", "code"):
        try:
            services.step(
                pk,
                naar,
                door=door,
                openbare_zin=openbare_zin,
                interne_notitie=interne_notitie,
            )
        except (ValidationError, Signaal.DoesNotExist):
            refused.append(code)
        else:
            done += 1
    return done, refused


@task()
def step_all_later(
    pks: list[int], door_pk: int, naar: str, openbare_zin: str, interne_notitie: str
) -> None:
    """The same in the worker. Run again after a fault, those that are there already are refused.

    Rights were asked when it was ordered; who lost them since, ordered it all the same.
    """
    door = get_user_model().objects.filter(pk=door_pk).first()
    fresh = Signaal.objects.filter(pk__in=pks).exclude(staat=naar).values_list("pk", flat=True)
    step_all(fresh, door, naar=naar, openbare_zin=openbare_zin, interne_notitie=interne_notitie)
