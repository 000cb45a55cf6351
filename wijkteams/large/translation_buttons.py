"""The buttons about translations in a list of pages, without a question for each row.

wagtail-localize asks two queries a page: a hundred on a full screen.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any
from urllib.parse import urlencode

from django.db.models import Exists, OuterRef, QuerySet, Subquery
from django.http import HttpRequest
from django.urls import reverse
from django.utils.translation import gettext as _
from wagtail import hooks
from wagtail.admin.widgets.button import ListingButton
from wagtail.models import Locale, Page
from wagtail_localize.models import TranslationSource
from wagtail_localize.wagtail_hooks import page_listing_more_buttons

from wijkteams.permissions import SUBMIT_TRANSLATION

HOOK = "register_page_listing_more_buttons"


def ask_along(parent: Page, pages: QuerySet[Page], request: HttpRequest) -> QuerySet[Page]:
    """Read with the list what the buttons of its rows depend on."""
    versions = Page.objects.filter(
        translation_key=OuterRef(OuterRef("translation_key")), alias_of=None
    )
    missing = Locale.objects.exclude(pk__in=versions.values("locale"))
    source = TranslationSource.objects.filter(
        object_id=OuterRef("translation_key"),
        locale=OuterRef("locale"),
        translations__enabled=True,
    )
    return pages.annotate(
        _to_translate=Exists(missing), _translated_from=Subquery(source.values("pk")[:1])
    )


def translation_buttons(
    page: Page, user: Any, view_name: str | None = None, next_url: str | None = None
) -> Iterator[ListingButton]:
    """As wagtail-localize's own, from what was read with the list."""
    if not hasattr(page, "_to_translate"):
        yield from page_listing_more_buttons(page, user, view_name, next_url)
        return
    if page.is_root() or not user.has_perm(SUBMIT_TRANSLATION):
        return
    if page._to_translate:
        name, pk = "wagtail_localize:submit_page_translation", page.alias_of_id or page.pk
        icon = "wagtail-localize-language"
        label = _("Translate this page")
        yield ListingButton(label, reverse(name, args=[pk]), priority=60, icon_name=icon)
    if page._translated_from is not None:
        url = reverse("wagtail_localize:update_translations", args=[page._translated_from])
        url = f"{url}?{urlencode({'next': next_url})}" if next_url is not None else url
        yield ListingButton(_("Sync translated pages"), url, priority=60, icon_name="resubmit")


def narrow() -> None:
    """Take the place of wagtail-localize's own in lists; called once."""
    hooks.search_for_hooks()
    found = hooks._hooks.get(HOOK, [])
    found[:] = [pair for pair in found if pair[0] is not page_listing_more_buttons]
    hooks.register(HOOK, translation_buttons)
    hooks.register("construct_explorer_page_queryset", ask_along)
