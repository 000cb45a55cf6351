"""The field in which a page keeps its blocks."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from wagtail.fields import StreamField


class BlocksField(StreamField):
    """A StreamField of which migrations do not repeat the blocks.

    The database holds JSON, whatever the blocks are. With Wagtail's own field every new block
    is five hundred lines in the migrations of each app with a page that may hold it.
    """

    def deconstruct(self) -> tuple[str, str, list[Any], dict[str, Any]]:
        name, path, _args, kwargs = super().deconstruct()
        kwargs.pop("block_lookup", None)
        return name, path, [[]], kwargs

    if TYPE_CHECKING:
        # Wagtail gives a StreamValue, and takes JSON too.
        def __get__(self, instance: Any, owner: Any = None) -> Any: ...

        def __set__(self, instance: Any, value: Any) -> None: ...
