"""What Wagtail must know of themes."""

from __future__ import annotations

from typing import Any

from django.urls import URLPattern, URLResolver, include, path, reverse
from django.utils.translation import gettext as _
from wagtail import hooks
from wagtail.admin.widgets.button import HeaderButton

from wijkteams.row_access import may
from wijkteams.signalen.models import SignaalthemaPage


@hooks.register("register_admin_urls")
def theme_urls() -> list[URLPattern | URLResolver]:
    return [path("signaalthemas/", include("wijkteams.signalen.themas.urls"))]


@hooks.register("register_page_header_buttons")
def signals_button(page: Any, user: Any, **kwargs: Any) -> Any:
    """From the editor of a theme to its signals."""
    if isinstance(page.specific_deferred, SignaalthemaPage) and may(
        user, page.specific_deferred.wijk_id, "signaal.change"
    ):
        url = reverse("signaalthema:signalen", args=[page.pk])
        yield HeaderButton(
            label=_("Signalen van dit thema"), url=url, icon_name="list-ul", priority=5
        )
