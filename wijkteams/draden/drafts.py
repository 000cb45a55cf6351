"""A draft page under a section of a ward, for makers."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from django.conf import settings
from django.core.exceptions import ValidationError
from django.utils.translation import gettext as _
from wagtail.log_actions import log

from wijkteams.permissions import page_policy

if TYPE_CHECKING:
    from wagtail.models import Page

    from wijkteams.models import Wijk


class DraftUnder:
    """Makes pages of one type under the section of a ward.

    `fields` are what the type cannot do without.
    """

    def __init__(self, section: type[Page], model: type[Page], **fields: Any) -> None:
        self.section, self.model, self.fields = section, model, fields

    def __call__(self, wijk: Wijk, *, title: str, summary: str, by: Any) -> Page:
        """A draft. Raises ValidationError without such a section, or without the right to write."""
        sections = self.section._default_manager.filter(
            wijk=wijk, alias_of=None, locale__language_code=settings.LANGUAGE_CODE
        )
        section = sections.select_related("locale").first()
        if section is None or not page_policy().user_has_permission_for_instance(
            by, "add", section
        ):
            raise ValidationError(_("Je mag dit hier niet maken. Vraag een redacteur."))
        values = {
            name: value() if callable(value) else value for name, value in self.fields.items()
        }
        page = self.model(
            title=title,
            draft_title=title,
            summary=summary,
            live=False,
            owner=by,
            locale=section.locale,
            **values,
        )
        section.add_child(instance=page)
        page.save_revision(user=by)
        log(page, "wagtail.create", user=by)
        return page
