"""Who made the photo at a page: named with it, and taken away when they ask (rule R-11)."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from django.db.models import Q, QuerySet
from django.utils.translation import gettext_lazy as _

from core.privacy import Person, Processing, register
from wijkteams.privacy_names import change_revisions, wards_of

if TYPE_CHECKING:
    from django.utils.functional import Promise
    from wagtail.models import Page


class Credits:
    """The credits of the pages of one type, which has `photo_credit` and `wijk`."""

    def __init__(self, model: type[Page], word: str) -> None:
        self.model, self.word = model, word

    def _made(self, person: Person) -> QuerySet[Any]:
        mine = Q(photo_credit__in=person.names, wijk_id__in=wards_of(person))
        whole = Q(photo_credit=person.full_name or person.email)
        found: QuerySet[Any] = self.model._default_manager.filter(mine | whole)
        return found

    def export(self, person: Person) -> list[dict[str, Any]]:
        """The pages that name them."""
        return [
            {self.word: page.title, "foto gemaakt door": page.photo_credit}
            for page in self._made(person)
        ]

    def erase(self, person: Person) -> int:
        """Take the name away, from what is on the site and from every draft; gives how many."""
        pages = set(self._made(person).values_list("pk", flat=True))
        count = self.model._default_manager.filter(pk__in=pages).update(photo_credit="")
        own = self.model._default_manager.filter(wijk_id__in=wards_of(person))
        pages |= set(own.values_list("pk", flat=True))
        return count + change_revisions(pages, lambda content: _without(content, person.names))


def _without(content: dict[str, Any], names: set[str]) -> bool:
    if content.get("photo_credit") not in names:
        return False
    content["photo_credit"] = ""
    return True


def declare_credits(model: type[Page], key: str, title: str | Promise, word: str) -> None:
    """Say so for a type of page; called when its app is ready. `word`: what it is in an export."""
    credited = Credits(model, word)
    register(
        Processing(
            key=key,
            title=title,
            who=_("Makers van foto's"),
            data=(_("naam"),),
            purpose=_("De maker van de foto noemen."),
            ground=_("Gerechtvaardigd belang: de Auteurswet vraagt om de naam van de maker."),
            retention=_("Zo lang de pagina op de site staat. Op verzoek halen wij uw naam weg."),
            covers={model._meta.label: ("photo_credit",)},
            export=credited.export,
            erase=credited.erase,
        )
    )
