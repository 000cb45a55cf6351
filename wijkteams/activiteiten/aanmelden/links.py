"""Addresses of the form, for pages and lists."""

from __future__ import annotations

from typing import TYPE_CHECKING

from django.urls import reverse
from django.utils import translation

if TYPE_CHECKING:
    from wijkteams.activiteiten.models import ActiviteitPage


def sign_up_url(page: ActiviteitPage, dag: str = "") -> str:
    """The path of the form of a page, or of one time of it (`Keer.slug`), in its language."""
    _hub, *parts = [part for part in page.url_path.split("/") if part]
    names = {"slug": parts[-1]}
    if len(parts) > 2:
        names["wijk"] = parts[0]
    if dag:
        names["dag"] = dag
    with translation.override(page.locale.language_code):
        return reverse("aanmelden", kwargs=names)
