"""What a ward's front page and team page show."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from django.http import HttpRequest
from django.utils.translation import gettext as _

from wijkteams.doors import doors
from wijkteams.front_parts import front_parts

if TYPE_CHECKING:
    from wijkteams.models import Teamlid, Wijk, WijkPage, WijkteamPage


def front_context(page: WijkPage, request: HttpRequest) -> dict[str, Any]:
    """Doors, team, facts and what apps add for the front page of a ward."""
    urls = page.section_urls(request)
    team_url = urls.get("wijkteam", "")
    return {
        "doors": doors(urls, team_url),
        "team": team_of(page),
        "wijkteam_url": team_url,
        "buurten": [buurt.name for buurt in page.wijk.buurten.all()],
        **_residents(page.wijk),
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
        "team": list(page.teamleden.select_related("image").all()),
        "ward_page": ward_page,
    }


def team_of(page: WijkPage) -> list[Teamlid]:
    """Who is shown as the team of a ward, in the language of its page."""
    from wijkteams.models import Teamlid

    return list(
        Teamlid.objects.filter(page__path__startswith=page.path, page__live=True)
        .select_related("image")
        .order_by("sort_order", "pk")
    )


def _residents(wijk: Wijk) -> dict[str, Any]:
    figure = wijk.kerncijfers.filter(indicator="inwoners").order_by("-jaar").first()
    return {
        "inwoners": int(figure.waarde) if figure else None,
        "inwoners_bron": f"{figure.bron}, {figure.jaar}".strip(", ") if figure else "",
    }


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
