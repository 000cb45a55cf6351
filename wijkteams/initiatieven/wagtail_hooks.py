"""What Wagtail must know of initiatives. Registration only; each room has `hooks` of its own."""

from __future__ import annotations

from wijkteams.initiatieven.aanvragen import hooks as asking_hooks
from wijkteams.initiatieven.beheren import hooks as initiator_hooks
from wijkteams.initiatieven.hulp import hooks as help_hooks
from wijkteams.initiatieven.openbaar import hooks as public_hooks
from wijkteams.initiatieven.samenvoegen import hooks as merging_hooks
from wijkteams.initiatieven.steun import hooks as support_hooks
from wijkteams.initiatieven.wegwijzer import hooks as guide_hooks
from wijkteams.initiatieven.werk import hooks as work_hooks

__all__ = [
    "asking_hooks",
    "guide_hooks",
    "help_hooks",
    "initiator_hooks",
    "merging_hooks",
    "public_hooks",
    "support_hooks",
    "work_hooks",
]
