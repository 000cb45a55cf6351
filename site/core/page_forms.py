"""The form of every page in the CMS."""

from __future__ import annotations

from typing import Any

from django.contrib.contenttypes.models import ContentType
from django.db.models import Model
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from wagtail.admin.forms import WagtailAdminPageForm
from wagtail.documents import get_document_model
from wagtail.images import get_image_model
from wagtail.models import ReferenceIndex
from wagtail.permissions import policy_registry

from core.pictures.refusals import refusal_of, refused_pictures

MediaKey = tuple[type[Model], str]


def may_choose(user: Any, model: type[Model], pk: Any) -> bool:
    """Whether somebody may put this picture or document on a page."""
    policy = policy_registry.get_by_type(model)
    allowed = policy.instances_user_has_any_permission_for(user, ["choose", "change"])
    return bool(allowed.filter(pk=pk).exists())


def media_of(page: Any) -> set[MediaKey]:
    """The pictures and documents that a page shows, in its fields and in its text."""
    models = {
        ContentType.objects.get_for_model(model).pk: model
        for model in (get_image_model(), get_document_model())
    }
    references = ReferenceIndex._extract_references_from_object(page)
    return {(models[kind], pk) for kind, pk, *_rest in references if kind in models}


# Wagtail's own fields, in words of a person.
HELP_TEXTS = {
    "title": gettext_lazy("Kort en concreet. Bijvoorbeeld: Zaterdag planten we bomen."),
    "slug": gettext_lazy(
        "Het laatste deel van het adres op het web. Bijvoorbeeld: bomen-planten. "
        "Verander je dit, dan blijven oude links werken."
    ),
    "seo_title": gettext_lazy(
        "Alleen als zoekmachines een andere titel moeten tonen. "
        "Bijvoorbeeld: Bomen planten in het Havenkwartier."
    ),
    "search_description": gettext_lazy(
        "Leeg: dan geldt de samenvatting. Bijvoorbeeld: Help zaterdag mee met bomen planten."
    ),
    "show_in_menus": gettext_lazy(
        "Met een vinkje staat de pagina in het menu van de wijk. Bijvoorbeeld: Te leen in de wijk."
    ),
}


class PageForm(WagtailAdminPageForm):
    """Takes only pictures and documents that the editor may choose, whatever number was posted.

    What already stood on the page may stay: somebody who may choose it put it there.
    """

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        for name, text in HELP_TEXTS.items():
            if name in self.fields:
                self.fields[name].help_text = text
        self._media_before = media_of(self.instance) if self.instance.pk else set()

    def _post_clean(self) -> None:
        super()._post_clean()
        for key in media_of(self.instance) - self._media_before:
            if not may_choose(self.for_user, *key):
                self.add_error(None, self._refusal())
        if not self._may_wait:
            for name, reason in refused_pictures(self.instance):
                self.add_error(name if name in self.fields else None, reason)

    def is_valid(self) -> bool:
        """Also of the lines of a page, such as the members of a team."""
        valid: bool = super().is_valid()
        for formset in self.formsets.values():
            for form in formset.forms:
                valid = self._line_is_allowed(form) and valid
        return valid

    def _line_is_allowed(self, form: Any) -> bool:
        for name, value in getattr(form, "cleaned_data", {}).items():
            if not isinstance(value, get_image_model() | get_document_model()):
                continue
            key = (type(value), str(value.pk))
            if key not in self._media_before and not may_choose(self.for_user, *key):
                form.add_error(name, self._refusal())
                return False
            reason = "" if self._may_wait else refusal_of(self.instance, value)
            if reason and not form.cleaned_data.get("DELETE"):
                form.add_error(name, reason)
                return False
        return True

    @property
    def _may_wait(self) -> bool:
        """A draft may wait for the answers about its photos, and so may one that is sent back."""
        sent_back = self.data.get("workflow-action-name") == "reject"
        return bool(self.is_deferred_validation) or sent_back

    @staticmethod
    def _refusal() -> str:
        return _("Kies een foto of document van je eigen wijk.")
