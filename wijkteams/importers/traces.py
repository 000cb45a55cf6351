"""Whether people have worked on an imported ward: what somebody touched, an undo leaves alone."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from django.contrib.contenttypes.models import ContentType
from django.db.models import ForeignObjectRel, Model, Q, QuerySet
from django.utils.translation import gettext as _
from wagtail.models import Page, PageLogEntry, Revision

from wijkteams.models import (
    Buurt,
    Importregel,
    Kerncijfer,
    Lidmaatschap,
    Uitnodiging,
    Wijk,
)

from .merge import fingerprint
from .steps import Actie

_OWN = (Buurt, Kerncijfer)
_UNSEEN = {"id", "imported", "created_at", "updated_at"}


def traces_of(wijk: Wijk) -> dict[str, Any]:
    """How a ward looks now: its fields, its pages and how many rows hang on it."""
    pages = sorted(pages_of(wijk).values_list("pk", flat=True))
    return {
        "snapshot": {
            field.attname: fingerprint(field.attname, getattr(wijk, field.attname))
            for field in Wijk._meta.concrete_fields
            if field.attname not in _UNSEEN
        },
        "pages": pages,
        "edits": _edits_by_people(pages),
        "relations": {label: rows.count() for label, rows in _relations(wijk)},
    }


def pages_of(wijk: Wijk) -> QuerySet[Page]:
    """All pages of a ward, in every language."""
    query = Q(pk__in=[])
    for path in wijk.pages.values_list("path", flat=True):
        query |= Q(path__startswith=path)
    return Page.objects.filter(query)


def reason_to_keep(wijk: Wijk, regel: Importregel) -> str:
    """Why a ward that this line made should stay, or nothing if nobody touched it."""
    then, now = regel.after, traces_of(wijk)
    if now["snapshot"] != then.get("snapshot"):
        return _("De gegevens van de wijk zijn daarna aangepast.")
    if Lidmaatschap.objects.filter(wijk=wijk).exists():
        return _("De wijk heeft al leden.")
    if Uitnodiging.objects.filter(wijk=wijk).exists():
        return _("Er is al iemand uitgenodigd voor deze wijk.")
    if set(now["pages"]) - set(then.get("pages", [])):
        return _("De wijk heeft nieuwe pagina's.")
    if now["edits"] > then.get("edits", 0):
        return _("De redactie heeft aan de pagina's van de wijk gewerkt.")
    if any(count > then["relations"].get(label, 0) for label, count in now["relations"].items()):
        return _("Er hangen al andere gegevens aan deze wijk.")
    if _details_changed(wijk):
        return _("De redactie heeft buurten of cijfers van de wijk aangepast.")
    if _later_import(regel):
        return _("Een latere import heeft deze wijk aangevuld. Draai die eerst terug.")
    return ""


def buurt_reason_to_keep(buurt: Buurt) -> str:
    """Why an imported buurt should stay, or nothing."""
    if _buurt_changed(buurt):
        return _("De buurt is daarna aangepast.")
    if any(rows.exists() for _label, rows in _relations(buurt)):
        return _("Er is al iets aan deze buurt gekoppeld.")
    return ""


def _edits_by_people(pages: list[int]) -> int:
    """How often somebody (not the importer itself) did something to these pages."""
    entries = PageLogEntry.objects.filter(page_id__in=pages, user__isnull=False)
    base = ContentType.objects.get_for_model(Page)
    revisions = Revision.objects.filter(
        base_content_type=base, user__isnull=False, object_id__in=[str(page) for page in pages]
    )
    return entries.count() + revisions.count()


def _details_changed(wijk: Wijk) -> bool:
    if any(_buurt_changed(buurt) for buurt in wijk.buurten.all()):
        return True
    remembered = wijk.imported.get("kerncijfers", {})
    return any(
        remembered.get(str(figure.jaar), {}).get(figure.indicator) != str(figure.waarde)
        for figure in wijk.kerncijfers.all()
    )


def _buurt_changed(buurt: Buurt) -> bool:
    """Whether a buurt is not (or no longer) as it was imported."""
    now = {"name": buurt.name, "boundary": buurt.boundary}
    return any(
        fingerprint(name, value) != buurt.imported.get(name)
        for name, value in now.items()
        if value is not None or name in buurt.imported
    )


def _later_import(regel: Importregel) -> bool:
    return Importregel.objects.filter(
        wijk_code=regel.wijk_code,
        ronde_id__gt=regel.ronde_id,
        action__in=[Actie.GEMAAKT, Actie.GEWIJZIGD],
        undone_at=None,
    ).exists()


def _relations(row: Model) -> Iterator[tuple[str, QuerySet[Any]]]:
    """Every kind of row that points to this one, also of apps that come later.

    Pages are looked at by themselves; buurten and figures too.
    """
    for relation in row._meta.get_fields(include_hidden=True):
        if not isinstance(relation, ForeignObjectRel):
            continue
        model = relation.related_model
        if not isinstance(model, type) or issubclass(model, (Page, *_OWN)):
            continue
        name = f"{model._meta.label_lower}.{relation.field.name}"
        yield name, model._default_manager.filter(**{relation.field.name: row.pk})
