"""What a ward's front page and team page show."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from django.http import HttpRequest
from django.utils.translation import gettext as _

from core.tree import branch
from wijkteams.doors import doors
from wijkteams.facts import facts_of
from wijkteams.front_parts import front_parts
from wijkteams.organisaties.choosing import shown_in

if TYPE_CHECKING:
    from wijkteams.models import Teamlid, Wijk, WijkPage, WijkteamPage


def front_context(page: WijkPage, request: HttpRequest) -> dict[str, Any]:
    """Doors, team, facts and what apps add for the front page of a ward."""
    urls = page.section_urls(request)
    team_url = urls.get("wijkteam", "")
    return {
        "doors": doors(urls, team_url),
        "team": page.team,
        "wijkteam_url": team_url,
        **facts_of(page.wijk),
        "status_notice": status_notice(page.wijk),
        **front_parts(page, request),
    }


def team_context(
    page: WijkteamPage, request: HttpRequest, ward_page: WijkPage | None
) -> dict[str, Any]:
    """The five tasks, each with the place where a resident can turn to."""
    ward_page = ward_page or page.get_parent().specific
    return {
        "taken": doors(ward_page.section_urls(request), ""),
        "team": page.team,
        "ward_page": ward_page,
        "partners": shown_in(page.wijk_id),
    }


def team_of(page: WijkPage) -> list[Teamlid]:
    """Who is shown as the team of a ward, in the language of its page."""
    from wijkteams.models import Teamlid

    members = Teamlid.objects.filter(branch(page.path, "page__path"), page__live=True)
    return list(members.select_related("image").order_by("sort_order", "pk"))


def status_notice(wijk: Wijk) -> dict[str, str] | None:
    """An honest word about a ward whose team rests, stopped or was succeeded."""
    if wijk.status == wijk.Status.SLAPEND:
        return {
            "title": _("Dit wijkteam rust"),
            "text": _(
                "Er is nu te weinig hulp om alles bij te houden. Wilt u helpen? Laat het weten."
            ),
            "url": f"mailto:{wijk.contact_email}" if wijk.contact_email else "",
            "link_text": _("Mail het wijkteam"),
        }
    if wijk.status == wijk.Status.GESTOPT:
        return {
            "title": _("Dit wijkteam is gestopt"),
            "text": _("U leest hier het archief. Er komt geen nieuws meer bij."),
            "url": "",
            "link_text": "",
        }
    if wijk.opvolger:
        return {
            "title": _("Dit wijkteam gaat verder onder een andere naam"),
            "text": _("U leest hier het archief. Het nieuws staat nu bij %(name)s.")
            % {"name": wijk.opvolger.name},
            "url": f"/{wijk.opvolger.slug}/",
            "link_text": _("Naar %(name)s") % {"name": wijk.opvolger.name},
        }
    return None
