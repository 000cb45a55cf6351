from __future__ import annotations

from typing import Any
from urllib.parse import urlsplit

from django.conf import settings
from django.core.exceptions import ValidationError
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from wagtail import blocks
from wagtail.blocks.struct_block import StructBlockValidationError

from core.page_cache import shows

from .counted import CountedListBlock
from .groups import WAYS_ON

KINDS = [
    ("primary", gettext_lazy("Gekleurd: het belangrijkste")),
    ("secondary", gettext_lazy("Alleen een rand")),
]


class ButtonValue(blocks.StructValue):
    """Where a button leads."""

    def href(self, request: Any = None) -> str:
        """The address; empty when the page it led to is not there (any more)."""
        page = self.get("page")
        if page:
            shows(f"pagina:{page.pk}")
            return (page.get_url(request) or "") if page.live else ""
        url: str = self.get("url") or ""
        return url if _scheme(url) in ("http", "https", "") else ""

    @property
    def host(self) -> str:
        """The other site that it leads to; empty within our own."""
        if self.get("page"):
            return ""
        host = _host(self.get("url") or "")
        return "" if host == _host(settings.WAGTAILADMIN_BASE_URL) else host


class ButtonBlock(blocks.StructBlock):
    """One button."""

    text = blocks.CharBlock(
        label=gettext_lazy("tekst op de knop"),
        max_length=60,
        help_text=gettext_lazy("Wat je doet als je klikt. Bijvoorbeeld: 'Meld u aan'."),
    )
    page = blocks.PageChooserBlock(
        label=gettext_lazy("pagina"),
        required=False,
        help_text=gettext_lazy("Een pagina van deze site. Bijvoorbeeld: 'Ons wijkteam'."),
    )
    url = blocks.URLBlock(
        label=gettext_lazy("of een adres"),
        required=False,
        max_length=500,
        help_text=gettext_lazy(
            "Van een andere site; de naam van die site komt erbij te staan. "
            "Bijvoorbeeld: 'https://www.sluisdam.example/afval'."
        ),
    )
    kind = blocks.ChoiceBlock(
        label=gettext_lazy("soort knop"),
        choices=KINDS,
        default="primary",
        search_index=False,
        help_text=gettext_lazy("Eén gekleurde knop is genoeg. Bijvoorbeeld: 'Meld u aan'."),
    )

    class Meta:
        icon = "link"
        label = gettext_lazy("Knop")
        value_class = ButtonValue

    def clean(self, value: Any) -> Any:
        cleaned = super().clean(value)
        page, url = cleaned.get("page"), cleaned.get("url")
        if page and url:
            raise _error("url", _("Kies een pagina óf vul een adres in, niet allebei."))
        if not page and not url and not self.is_deferred_validation:
            raise _error("page", _("Kies een pagina óf vul een adres in."))
        if url and _scheme(url) not in ("http", "https"):
            raise _error("url", _("Een adres begint met https://."))
        return cleaned


class ButtonsBlock(blocks.StructBlock):
    """Ways on, each with what it does."""

    items = CountedListBlock(ButtonBlock(), label=gettext_lazy("knoppen"), min_num=1, max_num=4)

    class Meta:
        icon = "link"
        label = gettext_lazy("Knoppen")
        description = gettext_lazy("Eén tot vier knoppen naar een pagina of een andere site.")
        group = WAYS_ON
        template = "blocks/buttons.html"
        preview_value = {
            "items": [
                {
                    "text": gettext_lazy("Meld u aan"),
                    "page": None,
                    "url": "/havenkwartier/",
                    "kind": "primary",
                },
                {
                    "text": gettext_lazy("Regels voor afval"),
                    "page": None,
                    "url": "https://www.sluisdam.example/afval",
                    "kind": "secondary",
                },
            ]
        }

    def get_context(self, value: Any, parent_context: Any = None) -> dict[str, Any]:
        context: dict[str, Any] = super().get_context(value, parent_context=parent_context)
        request = context.get("request")
        shown = [(item, item.href(request)) for item in value.get("items") or []]
        buttons = [
            {"text": item["text"], "kind": item["kind"], "host": item.host, "url": url}
            for item, url in shown
            if url
        ]
        return {**context, "buttons": buttons}


def _error(field: str, message: str) -> StructBlockValidationError:
    return StructBlockValidationError({field: ValidationError(message)})


def _scheme(url: str) -> str:
    try:
        return urlsplit(url).scheme
    except ValueError:
        return "?"


def _host(url: str) -> str:
    try:
        return (urlsplit(url).hostname or "").removeprefix("www.")
    except ValueError:
        return ""
