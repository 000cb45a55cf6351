"""The start of a server: answers of another release are no longer right."""

from __future__ import annotations

from core.page_cache.build import build
from core.page_cache.generation import State, change_number, locked, read_state
from core.page_cache.taking import take_everything
from core.page_cache.trouble import is_well, tell


def claim() -> State | None:
    """Let what is kept from now on be of this code; None when there is no folder for it."""
    state = read_state()
    if state is not None and state.build == build():
        return state
    try:
        with locked():
            take_everything()
            state = change_number(ours=True)
    except OSError as error:
        tell("begin", error)
        return None
    is_well("begin")
    return state


def state_or_begin() -> State | None:
    """The present state; the folder may have been taken away while we run."""
    return read_state() or claim()
