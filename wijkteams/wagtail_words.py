"""Words of Wagtail's Dutch that are English, or stick together."""

from __future__ import annotations

from functools import wraps
from typing import Any

from django.utils.translation import gettext_lazy as _
from django.views.i18n import JavaScriptCatalog
from wagtail.admin.ui.side_panels import ChecksSidePanel

PUBLISH_IN = "Publish in "


def narrow() -> None:
    """Put ours in their places; called once."""
    ChecksSidePanel.title = _("Controle van de pagina")
    read = JavaScriptCatalog.get_catalog

    @wraps(read)
    def get_catalog(view: Any) -> dict[str, Any]:
        """wagtail-localize puts the language behind it; the Dutch words have lost their space."""
        catalog: dict[str, Any] = read(view)
        if PUBLISH_IN in catalog:
            catalog[PUBLISH_IN] = f"{catalog[PUBLISH_IN].rstrip()} "
        return catalog

    setattr(JavaScriptCatalog, "get_catalog", get_catalog)  # noqa: B010
