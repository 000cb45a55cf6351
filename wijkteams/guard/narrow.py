"""Where Wagtail has no hook and no setting: parts of it that show things of other wards."""

from __future__ import annotations

from functools import cache


@cache
def narrow_wagtail() -> None:
    """Put ours in their places, once, before the first request.

    Not earlier: while Wagtail's hooks are read, its screens cannot be imported.
    """
    from core.pictures import other_doors
    from wijkteams import chooser_widgets, people_filters, popular_tags, wagtail_words
    from wijkteams.large import chooser_start, delete_branch, drag_order, lists, translation_buttons

    people_filters.narrow()
    popular_tags.narrow()
    chooser_widgets.narrow()
    wagtail_words.narrow()
    chooser_start.narrow()
    delete_branch.narrow()
    drag_order.narrow()
    lists.narrow()
    translation_buttons.narrow()
    other_doors.narrow()
