"""Whether a ward may have an address: not reserved, and nobody else's now or before."""

from __future__ import annotations

from django.core.exceptions import ValidationError
from django.utils.translation import gettext as _
from wagtail.models import Page

from wijkteams.addresses import validate_ward_slug
from wijkteams.models import OudAdres, Wijk


def check_address_is_free(slug: str, *, wijk: Wijk | None = None) -> None:
    """Refuse, at the field `slug`, an address that this ward (None: a new one) cannot have."""
    try:
        validate_ward_slug(slug)
    except ValidationError as error:
        raise ValidationError({"slug": error}) from None
    message = _taken(slug, wijk)
    if message:
        raise ValidationError({"slug": message})


def _taken(slug: str, wijk: Wijk | None) -> str:
    own = [wijk.pk] if wijk else []
    if Wijk.objects.filter(slug=slug).exclude(pk__in=own).exists():
        return _("Een andere wijk heeft het adres '%(slug)s' al.") % {"slug": slug}
    if OudAdres.objects.filter(slug=slug).exclude(wijk=wijk).exists():
        return _(
            "Het adres '%(slug)s' was vroeger van een andere wijk. "
            "Oude links leiden daar nog naartoe. Kies een ander adres."
        ) % {"slug": slug}
    own_pages = wijk.pages.values_list("pk", flat=True) if wijk else []
    beside = Page.objects.filter(depth=3, slug=slug).exclude(pk__in=own_pages)
    if beside.exists():
        return _("Er is al een pagina met het adres '%(slug)s'.") % {"slug": slug}
    return ""
