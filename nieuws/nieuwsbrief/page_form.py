"""The form of a newsletter in the CMS."""

from __future__ import annotations

from typing import Any

from django.contrib.contenttypes.models import ContentType
from django.utils.translation import gettext as _
from wagtail.models import Page, ReferenceIndex

from core.page_forms import PageForm
from wijkteams.page_chooser import choosable


def pages_of(page: Page) -> set[int]:
    """The pages that a page picks or links to, in whatever block."""
    kind = ContentType.objects.get_for_model(Page).pk
    references = ReferenceIndex._extract_references_from_object(page)
    return {int(pk) for content_type, pk, *_rest in references if content_type == kind}


class NieuwsbriefPageForm(PageForm):
    """Takes only pages that the editor may choose, whatever number was posted (R-01).

    What stood in it already may stay: somebody who may choose it put it there.
    """

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self._picked_before = pages_of(self.instance) if self.instance.pk else set()

    def _post_clean(self) -> None:
        super()._post_clean()
        fresh = pages_of(self.instance) - self._picked_before
        if not fresh:
            return
        allowed = choosable(Page.objects.filter(pk__in=fresh), self.for_user)
        known = Page.objects.filter(pk__in=fresh)
        if known.exclude(pk__in=allowed.values("pk")).exists():
            self.add_error("body", _("Kies pagina's van je eigen wijk, of die iedereen mag lezen."))
