"""What the building blocks add to the CMS. Registration only."""

from __future__ import annotations

from typing import Any

from wagtail import hooks

from core.handbook import hooks as handbook_hooks
from core.mail.caught import menu as caught_mail_menu

__all__ = ["caught_mail_menu", "handbook_hooks"]


@hooks.register("before_bulk_action")
def refuse_pictures_in_bulk(request: Any, action_type: str, objects: Any, action: Any) -> Any:
    from core.pictures.other_doors import refuse_in_bulk

    return refuse_in_bulk(request, action_type, objects, action)
