"""What an editor does: publish an item, give a ward another address."""

from __future__ import annotations

from itertools import count
from pathlib import Path
from typing import Any

from bs4 import BeautifulSoup, Tag
from django.conf import settings
from django.test import Client
from django.urls import reverse
from wagtail.models import Page
from wagtail.test.utils.form_data import nested_form_data, rich_text, streamfield

from core import page_cache
from nieuws.models import NieuwsPage
from tests.bench.inside.building import EDITOR, ordinary_ward
from tests.bench.inside.measuring import browser, counted, manager, timed
from wijkteams.models import Wijk, WijkPage

_number = count(1)


def filled_in(html: bytes, field: str) -> dict[str, str]:
    """The form that has this field, as a browser would send it unchanged."""
    for form in BeautifulSoup(html, "html.parser").find_all("form"):
        if form.find(attrs={"name": field}):
            return {str(part["name"]): text for part in _parts(form) if (text := _value(part))}
    raise ValueError(f"no form with {field}")


def _parts(form: Tag) -> list[Tag]:
    return [part for part in form.find_all(["input", "textarea", "select"]) if part.get("name")]


def _value(part: Tag) -> str:
    if part.name == "select":
        chosen = part.find("option", selected=True)
        return str(chosen.get("value", "")) if isinstance(chosen, Tag) else ""
    if part.get("type") in {"checkbox", "radio"} and not part.has_attr("checked"):
        return ""
    if part.get("type") in {"file", "submit"}:
        return ""
    return str(part.get("value") or part.string or "").strip()


def _newest() -> NieuwsPage:
    """The newest item of a ward: it stands on its lists."""
    ward = ordinary_ward()
    return NieuwsPage.objects.filter(wijk=ward).order_by("-date", "-pk")[0]


def form_of(client: Client, page: Page, title: str) -> dict[str, str]:
    """What the editor of a page sends when somebody changes the title and publishes."""
    html = client.get(reverse("wagtailadmin_pages:edit", args=[page.pk])).content
    text = rich_text(f"<p>{title}. Komt u ook?</p>")
    body = nested_form_data({"body": streamfield([("text", {"text": text})])})
    return {**filled_in(html, "title"), **body, "title": title, "action-publish": "x"}


def form() -> dict[str, Any]:
    """For who publishes over http: the editor's cookie, the address and the fields."""
    client, page = browser(EDITOR), _newest()
    data = form_of(client, page, "TITLE-OF-THE-BENCH")
    token = client.cookies[settings.CSRF_COOKIE_NAME].value
    session = client.cookies[settings.SESSION_COOKIE_NAME].value
    return {
        "path": reverse("wagtailadmin_pages:edit", args=[page.pk]),
        "data": {**data, "csrfmiddlewaretoken": token},
        "cookie": f"{settings.SESSION_COOKIE_NAME}={session}; {settings.CSRF_COOKIE_NAME}={token}",
        "title": page.title,
        "url": page.url,
        "ward": WijkPage.objects.get(wijk=page.wijk).url,
        "pk": page.pk,
    }


def published(pk: int) -> dict[str, Any]:
    """Which title the database says that readers must see."""
    return {"title": Page.objects.get(pk=pk).title}


def publish(times: int) -> dict[str, Any]:
    """Publish an item that is live already, with another title each time."""
    client, page = browser(EDITOR), _newest()
    address = reverse("wagtailadmin_pages:edit", args=[page.pk])
    found: dict[str, Any] = {"wall_ms": [], "cpu_ms": [], "queries": []}
    for _time in range(times):
        data = form_of(client, page, f"Bericht met een nieuwe titel {next(_number)}")
        with counted() as queries:
            response, wall, cpu = timed(lambda data=data: client.post(address, data))
        title = Page.objects.get(pk=page.pk).title
        if response.status_code != 302 or title != data["title"]:
            raise ValueError(f"not published: {response.status_code}, {title!r}")
        found["wall_ms"].append(wall)
        found["cpu_ms"].append(cpu)
        found["queries"].append(len(queries))
    return found


def move_ward(times: int) -> dict[str, Any]:
    """Give the ward with the most pages another address, in the form of the CMS."""
    client = manager()
    wards = WijkPage.objects.select_related("wijk")
    page = max(wards, key=lambda ward: Page.objects.filter(path__startswith=ward.path).count())
    address = reverse("wijk:edit", args=[page.wijk.pk])
    found: dict[str, Any] = {"wall_ms": [], "cpu_ms": [], "queries": []}
    for _time in range(times):
        slug = f"anders-{next(_number)}"
        data = {**filled_in(client.get(address).content, "slug"), "slug": slug}
        with counted() as queries:
            response, wall, cpu = timed(lambda data=data: client.post(address, data))
        if response.status_code != 302 or not Wijk.objects.filter(slug=slug).exists():
            raise ValueError(f"not moved: {response.status_code}")
        found["wall_ms"].append(wall)
        found["cpu_ms"].append(cpu)
        found["queries"].append(len(queries))
    below = Page.objects.filter(path__startswith=page.path).count() - 1
    return {**found, "descendants": below}


def dropping() -> dict[str, Any]:
    """Let a ward's items and lists be kept, and take away what shows its news."""
    client, ward = browser(), ordinary_ward()
    pages = Page.objects.live().descendant_of(WijkPage.objects.get(wijk=ward), inclusive=True)
    addresses = [page.get_url() for page in pages]
    before = _kept()
    for _time in range(2):
        for address in addresses:
            client.get(address)
    kept = _kept()
    _found, wall, cpu = timed(lambda: page_cache.drop(f"vermeldingen:nieuws:{ward.pk}"))
    return {"kept": kept - before, "dropped": kept - _kept(), "wall_ms": wall, "cpu_ms": cpu}


def _kept() -> int:
    """How many pages lie ready for nginx."""
    return sum(1 for _page in Path(settings.PAGE_CACHE_DIR).glob("h-*/*/web/**/*.html"))


JOBS = {
    "dropping": dropping,
    "form": form,
    "published": published,
    "publish": publish,
    "move_ward": move_ward,
}
