"""The five tasks of a wijkteam: the five doors of a ward's front page."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from django.utils.translation import gettext_lazy as _

from wijkteams.sections import sections

if TYPE_CHECKING:
    from django.utils.functional import Promise


@dataclass(frozen=True)
class Task:
    """One of the five tasks: its name, and what a resident comes for."""

    id: str
    task: str | Promise
    title: str | Promise
    text: str | Promise


TASKS = (
    Task(
        "informeren",
        _("Informeren"),
        _("Weten wat er speelt"),
        _("Wij vertellen u wat er in de wijk gebeurt."),
    ),
    Task(
        "signaleren",
        _("Signaleren"),
        _("Iets melden"),
        _("Ziet u iets dat beter kan? Vertel het ons: wij kijken wie kan helpen."),
    ),
    Task(
        "verbinden",
        _("Inspireren en verbinden"),
        _("Meedoen"),
        _("Wij brengen buren bij elkaar. Vraag ons waar u kunt meedoen."),
    ),
    Task(
        "versterken",
        _("Versterken"),
        _("Een idee uitvoeren"),
        _("Heeft u een idee voor de buurt? Wij helpen u op weg."),
    ),
    Task(
        "samen-bouwen",
        _("Samen bouwen"),
        _("Samen plannen maken"),
        _("Wij maken plannen met bewoners, gemeente en organisaties."),
    ),
)


def doors(urls: dict[str, str], team_url: str) -> list[dict[str, Any]]:
    """The five doors: each leads to the section that registered for it, else to the team.

    `urls`: address by slug of the sections that the ward has.
    """
    by_door = {section.door: section for section in sections() if section.door}
    found = []
    for task in TASKS:
        section = by_door.get(task.id)
        url = urls.get(section.slug, "") if section else ""
        found.append(
            {
                "id": task.id,
                "task": task.task,
                "title": task.title,
                "text": (section.door_text if section and url else "") or task.text,
                "url": url or f"{team_url}#{task.id}",
            }
        )
    return found
