"""Forms of pages in the CMS that check more than a model can."""

from __future__ import annotations

from django.utils.translation import gettext as _

from core.page_forms import PageForm


class FreePageForm(PageForm):
    """A free page directly under the hub may not hide an address that the site answers itself."""

    def clean_slug(self) -> str:
        from wijkteams.addresses import prefixes_of_urlconf

        slug: str = self.cleaned_data["slug"]
        under_hub = self.parent_page is not None and self.parent_page.depth == 2
        if under_hub and slug in prefixes_of_urlconf():
            self.add_error(
                "slug",
                _("Het adres '%(slug)s' gebruikt de site zelf al. Kies een ander adres.")
                % {"slug": slug},
            )
        return slug
