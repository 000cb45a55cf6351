"""The form of every page in the CMS."""

from __future__ import annotations

from typing import Any

from django.contrib.contenttypes.models import ContentType
from django.db.models import Model
from django.utils.translation import gettext as _
from wagtail.admin.forms import WagtailAdminPageForm
from wagtail.documents import get_document_model
from wagtail.images import get_image_model
from wagtail.models import ReferenceIndex
from wagtail.permissions import policy_registry

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


class PageForm(WagtailAdminPageForm):
    """Takes only pictures and documents that the editor may choose, whatever number was posted.

    What already stood on the page may stay: somebody who may choose it put it there.
    """

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self._media_before = media_of(self.instance) if self.instance.pk else set()

    def _post_clean(self) -> None:
        super()._post_clean()
        for key in media_of(self.instance) - self._media_before:
            if not may_choose(self.for_user, *key):
                self.add_error(None, self._refusal())

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
        return True

    @staticmethod
    def _refusal() -> str:
        return _("Kies een foto of document van je eigen wijk.")
