"""'Van signaal tot resultaat' on a page: {% van_signaal_tot_resultaat page %}."""

from __future__ import annotations

from typing import Any

from django import template

from wijkteams.draden.showing import chain_of

register = template.Library()


@register.inclusion_tag("wijkteams/van_signaal_tot_resultaat.html")
def van_signaal_tot_resultaat(thing: Any) -> dict[str, Any]:
    """The thread that this row or page hangs on; nothing when it hangs on none."""
    return {"steps": chain_of(thing)}
