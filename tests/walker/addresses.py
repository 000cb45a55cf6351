"""What can be asked of a route: every address that names something of ward B."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import product
from typing import Any

from django.urls import NoReverseMatch, reverse
from wagtail.models import Task

from tests.routes import Route
from tests.walker.world import Ward, World

BULK = [
    *(("wagtailcore", "page", action) for action in ("delete", "move", "publish", "unpublish")),
    *(
        ("wijkteams", model, action)
        for model, action in product(
            ("image", "document"), ("add_tags", "add_to_collection", "delete")
        )
    ),
    *(("accounts", "user", action) for action in ("assign_role", "delete", "set_active_state")),
]
PK_OF = {
    "wijkimport": "ronde",
    "lidmaatschap": "lidmaatschap",
    "uitnodiging": "uitnodiging",
    "buurt": "buurt",
    "thema": "thema",
    "deelnemers": "aanmelding",
    "aanbod": "aanbod",
    "keren": "keer",
    "locatie": "locatie",
    "drukwerk": "drukwerk",
    "lijst": "lijst",
    "edities": "editie",
    "abonnees": "abonnement",
    "abonnees:bounce_seen": "retour",
    "enquete_respons": "enquete",
    "enquetes:sluiten": "enquete",
    "toegang": "enquete",
    "toegang:codeblad": "codeblad",
    "toegang:lid_weg": "panellid",
    "papier": "enquete",
    "uitslag": "enquete",
    "uitvoer": "enquete",
    "uitvoer:download": "uitvoer",
    "signalen": "signaal",
    "categorie": "categorie",
    "organisatie": "organisatie",
    "open311sleutel": "open311sleutel",
    "initiatieven": "initiatief",
    "initiatiefhulp": "initiatief",
    "initiatiefsteun": "initiatief",
    "samenvoegen": "initiatief",
    **{
        f"initiatieven:{name}": "aanvraag"
        for name in ("idee", "aannemen", "vragen", "afwijzen", "meedoen", "oppakken", "foto")
    },
    "moderatie": "melding",
    "moderatie:herziening": "herziening",
    "signaalpartner": "doorzending",
    "signaalpartner:doorzetten": "signaal",
    "signaalpartner:koppeling": "organisatie",
    **{f"abonnees:import{step}": "lijstimport" for step in ("", "_begin", "_stop", "_drop")},
}
"Which row of a ward the argument 'pk' means, by the name or the namespace of the route."
ONE = {
    "redirect_id": 1,
    "collection_id": 1,
    "restriction_id": 1,
    "page_view_restriction_id": 1,
    "workflow_pk": 1,
    "number": 1,
    "mode": "x",
    "slug": "knoppen",
    "filter_spec": "width-100",
    "revision_id_b": "live",
    "token": "x" * 43,
    "uidb36": "1",
    "uidb64": "MQ",
    "key": "x" * 20,
    "filename": "rss.xml",
    "app_label": "wagtailcore",
    "model_name": "page",
    "app_name": "wijkteams",
    "content_type_app_name": "nieuws",
    "content_type_model_name": "nieuwspage",
    "action_name": "approve",
    "action": "delete",
}
"Arguments for which one value will do: they name nothing of a ward."


class Unknown(Exception):  # noqa: N818 - it is what we do not know
    """A route has an argument that this walker cannot fill in."""


def sets_of_values(ward: Ward) -> list[dict[str, Any]]:
    """For each page of a ward: a value for every argument that names something of the ward.

    Every route needs them; the database is asked once.
    """
    if not ward.values:
        ward.values = [_values(ward, page, n) for n, page in enumerate(ward.pages.values())]
    return ward.values


def _values(ward: Ward, page: Any, n: int) -> dict[str, Any]:
    revision = page.latest_revision_id or ward.pages["live"].latest_revision_id
    state = ward.pages["inwerkstroom"].current_workflow_state
    image, document = ward.images[n % 2], ward.documents[n % 2]
    pages = ("page_id", "parent_page_id", "page_to_move_id", "destination_id", "page_pk")
    return {
        **ONE,
        **dict.fromkeys(pages, page.pk),
        "object_id": page.pk,
        "revision_id": revision,
        "revision_id_a": revision,
        "workflow_state_id": state.pk,
        "task_state_id": state.current_task_state_id,
        "task_id": Task.objects.get().pk,
        "image_id": image.pk,
        "document_id": document.pk,
        "doc_id": document.pk,
        "uploaded_file_id": ward.rows["upload"].pk,
        "session_id": ward.rows["session"].pk,
        "translation_id": ward.rows["translation"].pk,
        "translation_source_id": ward.rows["translation"].source_id,
        "string_segment_id": ward.rows["segment"].pk,
        "overridable_segment_id": ward.rows["override"].pk,
        "keer_id": ward.rows["keer"].pk,
        "activiteit_id": ward.rows["activiteit"].pk,
        "bericht_id": ward.rows["bericht"].pk,
        "stapel_id": ward.rows["stapel"].pk,
        "invoer_id": ward.rows["papierinvoer"].pk,
        "foto_id": ward.rows["signaalfoto"].pk,
        "code": ward.rows["hulpvraag"].code,
        "beeld_id": ward.rows["aanvraagfoto"].pk,
        "rol_id": ward.rows["partnerrol"].pk,
        "draad_id": ward.rows["draad"].pk,
        "lijst_id": ward.rows["papierlijst"].pk,
        "nemer_id": ward.rows["nemer"].pk,
        "update_id": ward.rows["update"].pk,
        "wijziging_id": ward.rows["wijziging"].pk,
        "soort": "signaal",
        "jaar": 2026,
        "sleutel": ward.rows["signaal"].code,
        "dossier_id": ward.rows["signaaldossier"].pk,
        "opvolging_id": ward.rows["opvolging"].pk,
        "druk_id": ward.rows["formulierdruk"].pk,
        "wijk": ward.wijk.slug,
        "wijk_id": ward.wijk.pk,
        "index_id": ward.pages["nieuwsbrieven"].pk,
        "name": image.file.name,
        "path": f"images/{image.file.name}",
        "_page": page,
        "_image": image,
        "_document": document,
    }


def fill(route: Route, values: dict[str, Any], ward: Ward) -> dict[str, Any]:
    """The arguments of this route, out of these values."""
    found = {}
    for name, kind in route.arguments:
        found[name] = _pk(route, values, ward) if name == "pk" else values.get(name)
        if kind == "UUIDConverter":
            found[name] = "00000000-0000-4000-8000-000000000000"  # a task, of the whole city
        if route.name.endswith(":maak_ervan") and name == "name":
            found[name] = "activiteit"  # what is made of a page
        elif kind == "SlugConverter" and "/" in str(found[name]):
            found[name] = "plaatje"  # a file of the handbook, not one of a ward
        if found[name] is None:
            raise Unknown(f"{route.name}: {name}")
    return found


def _pk(route: Route, values: dict[str, Any], ward: Ward) -> Any:
    space = route.name.rpartition(":")[0]
    for name in (route.name, space):
        if name in PK_OF:
            return ward.rows[PK_OF[name]].pk
    if space in {"wijk", "wijk_openen"}:
        return ward.wijk.pk
    if "image" in space:
        return values["_image"].pk
    if "document" in space or space.startswith("wagtaildocs"):
        return values["_document"].pk
    if space == "wagtailusers_users":
        return ward.people["redacteur"].pk
    if space in {"wagtailadmin_api:pages", "wagtailadmin_pages"}:
        return values["_page"].pk
    return 1


def addresses(route: Route, world: World) -> Iterator[str]:
    """Every address of this route that names something of ward B, each once."""
    seen = set()
    own = sets_of_values(world.own)[1]
    for other in sets_of_values(world.other):
        for kwargs in _mixed(fill(route, other, world.other), fill(route, own, world.own)):
            url = _reversed(route, kwargs)
            if url not in seen:
                seen.add(url)
                yield url


def _mixed(other: dict[str, Any], own: dict[str, Any]) -> Iterator[dict[str, Any]]:
    """All of ward B; and, where an address names several things, one of B among those of A."""
    yield other
    differing = [name for name in other if other[name] != own[name]]
    if len(differing) > 1:
        for name in differing:
            yield {**own, name: other[name]}


def _reversed(route: Route, kwargs: dict[str, Any]) -> str:
    """The address as text. Django's `reverse` knows most; the others have no arguments."""
    try:
        return reverse(route.name, kwargs=kwargs)
    except NoReverseMatch:
        if route.arguments:
            raise Unknown(route.path) from None
        return "/" + route.path.replace("^", "").replace(".*/$", "bestaat-niet/")


def queries(world: World) -> list[str]:
    """What is asked of lists, searches, exports and choosers: all that could bring B's up."""
    other = world.other
    pages = "&".join(f"id={page.pk}" for page in other.pages.values())
    images = "&".join(f"id={image.pk}" for image in other.images)
    front = other.pages["voorpagina"].pk
    return [
        "",
        f"?q=zqx&term=zqx&search=zqx&wijk={other.wijk.pk}",
        "?export=csv",
        "?export=xlsx",
        f"?{pages}",
        f"?{images}",
        f"?child_of={front}",
        f"?id=all&childOf={front}",
    ]


def bulk_addresses(world: World) -> Iterator[str]:
    """Actions on many: only those of B, those of A and B together, and all under a page of B."""
    for app, model, action in BULK:
        base = reverse("wagtail_bulk_action", args=[app, model, action])
        own, other = _of_model(world.own, model), _of_model(world.other, model)
        many = "&".join(f"id={row.pk}" for row in other)
        yield f"{base}?{many}"
        yield f"{base}?{many}&id={own[0].pk}"
        yield f"{base}?id=all"
        yield f"{base}?id=all&childOf={world.other.pages['voorpagina'].pk}"


def _of_model(ward: Ward, model: str) -> list[Any]:
    kinds: dict[str, list[Any]] = {
        "page": [ward.pages[name] for name in ("live", "concept", "gewijzigd", "besloten")],
        "image": ward.images,
        "document": ward.documents,
        "user": list(ward.people.values()),
    }
    return kinds[model]
