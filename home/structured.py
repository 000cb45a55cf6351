"""The hub, for search engines."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from django.http import HttpRequest
from django.urls import reverse

from core.absolute import absolute
from core.models import StadInstellingen

if TYPE_CHECKING:
    from home.models import HomePage


def web_site(page: HomePage, request: HttpRequest) -> dict[str, Any]:
    """The site as a whole, and how it can be searched."""
    stad = StadInstellingen.for_request(request)
    return {
        "@type": "WebSite",
        "name": f"{stad.site_naam} {stad.stad}".strip(),
        "url": absolute(page.get_url(request) or "/"),
        "inLanguage": page.locale.language_code,
        "potentialAction": {
            "@type": "SearchAction",
            "target": {
                "@type": "EntryPoint",
                "urlTemplate": absolute(reverse("zoeken")) + "?q={search_term_string}",
            },
            "query-input": "required name=search_term_string",
        },
    }
