"""Screens of pages: Wagtail's own, and those of wagtail-localize."""

from __future__ import annotations

from wijkteams.guard.questions import (
    choose_page,
    explore,
    inside,
    may,
    own_page,
    translation,
    translation_source,
)
from wijkteams.guard.rules import CITY, GONE, OPEN, Table, asks

_PAGE = {"page_id": own_page()}
_TRANSLATION = {"translation_id": translation}

_OF_ONE_PAGE = [
    "usage",
    "edit",
    "preview_on_edit",
    "view_draft",
    "delete",
    "unpublish",
    "convert_alias",
    "copy",
    "confirm_workflow_cancellation",
    "set_privacy",
    "lock",
    "unlock",
    "revisions_index",
    "workflow_history",
    "history",
    "history_results",
]

PAGES: Table = {
    "wagtailadmin_explore_root": OPEN,
    "wagtailadmin_explore": asks({"parent_page_id": explore}),
    "wagtailadmin_explore_results": asks({"parent_page_id": explore}),
    "wagtailadmin_pages:search": OPEN,
    "wagtailadmin_pages:search_results": OPEN,
    "wagtailadmin_pages:type_use": OPEN,
    "wagtailadmin_pages:type_use_results": OPEN,
    # A form that comes back would show the title of whatever page was sent.
    "wagtailadmin_pages:choose_parent": asks({"=parent_page": own_page()}),
    "wagtailadmin_pages:add": asks({"parent_page_id": own_page()}),
    "wagtailadmin_pages:preview_on_add": asks({"parent_page_id": own_page()}),
    "wagtailadmin_pages:add_subpage": asks({"parent_page_id": own_page()}),
    **{f"wagtailadmin_pages:{name}": asks(_PAGE) for name in _OF_ONE_PAGE},
    "wagtailadmin_pages:move": asks({"page_to_move_id": own_page()}),
    # Wagtail shows the title before it asks whether this page may move there.
    "wagtailadmin_pages:move_confirm": asks(
        {
            "page_to_move_id": own_page(),
            "destination_id": may("wagtailcore.Page", "add", "publish"),
        }
    ),
    "wagtailadmin_pages:set_page_position": asks({"page_to_move_id": own_page()}),
    "wagtailadmin_pages:revisions_view": asks({**_PAGE, "revision_id": inside}),
    "wagtailadmin_pages:revisions_revert": asks({**_PAGE, "revision_id": inside}),
    "wagtailadmin_pages:revisions_unschedule": asks({**_PAGE, "revision_id": inside}),
    "wagtailadmin_pages:revisions_compare": asks(
        {"pk": own_page(), "revision_id_a": inside, "revision_id_b": inside}
    ),
    "wagtailadmin_pages:workflow_history_detail": asks({**_PAGE, "workflow_state_id": inside}),
    "wagtailadmin_pages:workflow_action": asks({**_PAGE, "task_state_id": inside}),
    "wagtailadmin_pages:collect_workflow_action_data": asks({**_PAGE, "task_state_id": inside}),
    "wagtailadmin_pages:workflow_preview": asks({**_PAGE, "task_id": inside}),
}

CHOOSER: Table = {
    # What these two list goes through `wijkteams.page_chooser`.
    "wagtailadmin_choose_page": OPEN,
    "wagtailadmin_choose_page_search": OPEN,
    "wagtailadmin_choose_page_child": asks({"parent_page_id": choose_page}),
    "wagtailadmin_choose_page_chosen_multiple": asks({"?id": choose_page}),
    "wagtailadmin_choose_page_external_link": OPEN,
    "wagtailadmin_choose_page_email_link": OPEN,
    "wagtailadmin_choose_page_phone_link": OPEN,
    "wagtailadmin_choose_page_anchor_link": OPEN,
}

# wagtail-localize asks only `has_perm`: without this a volunteer of one ward could make a
# translation, so a published page, in another's tree.
TRANSLATIONS: Table = {
    "wagtail_localize:javascript_catalog": OPEN,
    "wagtail_localize:submit_page_translation": asks(
        {"page_id": may("wagtailcore.Page", "change")}
    ),
    "wagtail_localize:update_translations": asks({"translation_source_id": translation_source}),
    "wagtail_localize:edit_string_translation": asks({**_TRANSLATION, "string_segment_id": inside}),
    "wagtail_localize:edit_override": asks({**_TRANSLATION, "overridable_segment_id": inside}),
    "wagtail_localize:download_pofile": asks(_TRANSLATION),
    "wagtail_localize:upload_pofile": asks(_TRANSLATION),
    "wagtail_localize:machine_translate": asks(_TRANSLATION),
    "wagtail_localize:preview_translation": asks(_TRANSLATION),
    "wagtail_localize:stop_translation": asks(_TRANSLATION),
    "wagtail_localize:convert_to_alias": asks(_PAGE),
    # Lists what is translated in all wards, with its titles.
    "wagtail_localize:translations_report": CITY,
    "wagtail_localize:translations_report_results": CITY,
    # There are no snippets here.
    "wagtail_localize:submit_snippet_translation": GONE,
    "wagtail_localize:snippets_api_listing": GONE,
    "wagtail_localize:snippets_api_detail": GONE,
}

API: Table = {
    # The menu of pages reads these; they list what one may explore.
    "wagtailadmin_api:pages:listing": OPEN,
    "wagtailadmin_api:pages:detail": asks({"pk": explore}),
    # Nothing uses these, and Wagtail shows pictures and documents of all there.
    "wagtailadmin_api:pages:find": GONE,
    "wagtailadmin_api:pages:action": GONE,
    "wagtailadmin_api:documents:listing": GONE,
    "wagtailadmin_api:documents:detail": GONE,
    "wagtailadmin_api:documents:find": GONE,
    "wagtailadmin_api:images:listing": GONE,
    "wagtailadmin_api:images:find": GONE,
}
