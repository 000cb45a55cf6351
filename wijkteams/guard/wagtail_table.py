"""The other screens of Wagtail: the frame of the CMS, reports, and what only the city sets up."""

from __future__ import annotations

from wijkteams.guard.questions import explore, mine, of_named_model
from wijkteams.guard.rules import CITY, GONE, OPEN, PUBLIC, Table, asks

FRAME: Table = {
    "wagtailadmin_home": OPEN,
    "wagtailadmin_account": OPEN,
    "wagtailadmin_dismissibles": OPEN,
    "wagtailadmin_block_preview": OPEN,
    "own_tags": OPEN,
    "wagtailembeds:chooser": OPEN,
    "wagtailembeds:chooser_upload": OPEN,
    # Only where mail is caught instead of sent: in the demo, and for who works on the code.
    **{f"uitgaande_mail:{name}": OPEN for name in ("index", "mail", "html", "eml")},
    "wagtailadmin_logout": PUBLIC,
    "wagtailadmin_sprite": PUBLIC,
    "wagtailadmin_javascript_catalog": PUBLIC,
    "wagtail_bulk_action": asks({"?id": of_named_model, "?childOf": explore}),
    "wagtailadmin_editing_sessions:ping": asks(
        {
            "object_id": of_named_model,
            "session_id": mine("wagtailadmin.EditingSession", "user"),
        }
    ),
    "wagtailadmin_editing_sessions:release": asks(
        {"session_id": mine("wagtailadmin.EditingSession", "user")}
    ),
    # Addresses that are nothing: the view says 404 in the frame of the CMS.
    "wagtail.admin.views.home.default": PUBLIC,
    # The second door is closed, not hidden: it leads to the first.
    "django.views.generic.base.RedirectView": PUBLIC,
    "django.views.defaults.page_not_found": PUBLIC,
}

REPORTS: Table = {
    **{
        f"wagtailadmin_reports:{name}{part}": OPEN
        for name in ("locked_pages", "workflow", "workflow_tasks", "site_history")
        for part in ("", "_results")
    },
    # Names who published by address of mail, which is for who cares for the team.
    "wagtailadmin_reports:aging_pages": CITY,
    "wagtailadmin_reports:aging_pages_results": CITY,
    # Shows the newest title of any ward, published or not.
    "wagtailadmin_reports:page_types_usage": CITY,
    "wagtailadmin_reports:page_types_usage_results": CITY,
}

_MODEL_SCREENS = (
    *("index", "index_results", "add", "edit", "delete"),
    *("history", "history_results", "usage", "copy"),
)
_WORKFLOW_SCREENS = (
    *("index", "index_results", "add", "enable", "disable", "edit", "usage", "usage_results"),
    *("remove", "add_task", "select_task_type", "task_index", "task_index_results", "edit_task"),
    *("disable_task", "enable_task", "task_chooser", "task_chooser_results"),
    *("task_chooser_create", "task_chosen"),
)

CITY_SCREENS: Table = {
    **{
        f"{name}:{screen}": CITY
        for name in ("wagtaillocales", "wagtailsites", "wagtailusers_users", "wagtailusers_groups")
        for screen in _MODEL_SCREENS
    },
    **{f"wagtailadmin_workflows:{screen}": CITY for screen in _WORKFLOW_SCREENS},
    **{
        f"wagtailadmin_collections:{screen}": CITY
        for screen in ("index", "add", "edit", "delete", "set_privacy")
    },
    **{
        f"wagtailredirects:{screen}": CITY
        for screen in (
            *("index", "index_results", "add", "edit", "delete"),
            *("start_import", "process_import"),
        )
    },
    "wagtailsettings:edit": CITY,
    "wagtailsettings:preview_on_edit": CITY,
}

NOT_HERE: Table = {
    # Fails on purpose, for who tests error screens.
    "wagtailadmin_error_test": GONE,
    "django.views.generic.base.TemplateView": GONE,
    # Ours stands before it (`own_tags`): this one offers the words of all wards.
    "wagtailadmin_tag_autocomplete": GONE,
    "wagtailadmin_tag_model_autocomplete": GONE,
    "wagtailsnippets:index": GONE,
    # Logging in and new passwords have one door: /inloggen/.
    "wagtailadmin_login": GONE,
    "wagtailadmin_password_reset": GONE,
    "wagtailadmin_password_reset_done": GONE,
    "wagtailadmin_password_reset_confirm": GONE,
    "wagtailadmin_password_reset_complete": GONE,
}
