"""Who may send out codes and mails, and who sees the panel."""

from __future__ import annotations

from collections.abc import Iterable
from typing import TYPE_CHECKING, Any, Final

from django.conf import settings
from django.core.exceptions import PermissionDenied
from django.db.models import Model, QuerySet
from django.http import Http404
from django.urls import reverse
from django.utils.translation import gettext as _

from enquetes.models import Codeblad, Enquete, EnquetePage, Panellid
from wijkteams.permissions.rows import WijkRowPolicy
from wijkteams.row_access import may, the_row, within

if TYPE_CHECKING:
    from django.http import HttpRequest

INVITE: Final = "deelname.add"
VIEW: Final = "enquete.view"
CHANGE: Final = "enquete.change"
MEMBERS: Final = "panellid.view"
REMOVE: Final = "panellid.delete"
CONTACT: Final = "panellid.contact"


class CodebladPolicy(WijkRowPolicy):
    """Of a sheet with codes: who may have them made for that ward."""

    wijk_lookup = "enquete__wijk_id"

    def _actions(self, actions: Iterable[str]) -> set[str]:
        return {INVITE}

    def wijk_id_of(self, instance: Model) -> int | None:
        wijk_id: int | None = instance.enquete.wijk_id  # type: ignore[attr-defined]
        return wijk_id


def the_survey(request: HttpRequest, pk: int, action: str = INVITE) -> Enquete:
    """A survey with which the user may do this; else 404 or 403."""
    return the_row(request, Enquete.objects.select_related("wijk"), pk, action)


def the_sheet(request: HttpRequest, pk: int) -> Codeblad:
    """A sheet of such a survey."""
    rows = Codeblad.objects.select_related("enquete__wijk", "buurt")
    blad = rows.filter(pk=pk).first()
    if blad is None:
        raise Http404
    if not may(request.user, blad.enquete.wijk_id, INVITE):
        raise PermissionDenied
    return blad


def own_members(user: Any) -> QuerySet[Panellid]:
    """The members of the panels that a user may see."""
    return Panellid.objects.filter(within(user, MEMBERS)).select_related("wijk")


def frame(title: str, icon: str, enquete: Enquete | None = None) -> dict[str, Any]:
    """The head of a screen, with the way back."""
    crumbs = [
        {"url": reverse("wagtailadmin_home"), "label": _("Home")},
        {"url": reverse("enquetes:index"), "label": _("Enquêtes")},
    ]
    if enquete is not None:
        crumbs.append({"url": _screen_of(enquete), "label": enquete.title})
    return {"page_title": title, "header_icon": icon, "breadcrumbs_items": crumbs}


def _screen_of(enquete: Enquete) -> str:
    """Where everything stands that can be done with a survey."""
    pages = EnquetePage.objects.filter(translation_key=enquete.translation_key, alias_of=None)
    found = {page.locale.language_code: page.pk for page in pages.select_related("locale")}
    pk = found.get(settings.LANGUAGE_CODE) or next(iter(found.values()), None)
    return reverse("enquetes:een", args=[pk]) if pk else ""
