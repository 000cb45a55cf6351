from __future__ import annotations

from typing import Any

from django.core.exceptions import ValidationError
from django.utils.translation import gettext as _
from wagtail import blocks
from wagtail.blocks.list_block import ListBlockValidationError, ListValue


class CountedListBlock(blocks.ListBlock):
    """A list that says in plain words how many it wants."""

    def get_default(self) -> Any:
        """As many empty lines as are wanted at least."""
        if self._has_default:
            return super().get_default()
        count = max(self.meta.min_num or 0, 1)
        return ListValue(self, values=[self.child_block.get_default() for _ in range(count)])

    def clean(self, value: Any) -> Any:
        try:
            return super().clean(value)
        except ListBlockValidationError as error:
            if error.non_block_errors:
                error.non_block_errors.clear()
                error.non_block_errors.append(ValidationError(self._wish(len(value))))
            raise

    def _wish(self, count: int) -> str:
        if count < (self.meta.min_num or 0):
            return _("Zet er minstens %(count)d in.") % {"count": self.meta.min_num}
        return _("Meer dan %(count)d is te veel. Haal er een paar weg.") % {
            "count": self.meta.max_num
        }

    def deconstruct_with_lookup(self, lookup: Any) -> Any:
        """In migrations an ordinary list."""
        _path, args, kwargs = super().deconstruct_with_lookup(lookup)
        return ("wagtail.blocks.ListBlock", args, kwargs)

    def deconstruct(self) -> Any:
        _path, args, kwargs = super().deconstruct()
        return ("wagtail.blocks.ListBlock", args, kwargs)
