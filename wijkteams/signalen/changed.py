"""Told when a signal changed, inside the transaction: mails, lists and caches follow it."""

from django.dispatch import Signal

told = Signal()
"Sender `Signaal`; `signaal`. A new one."
stepped = Signal()
"Sender `Signaal`; `signaal`, `opvolging`. Each step, also a word without a new state."
visibility_changed = Signal()
"Sender `Signaal`; `signaal`. It came on the site, went off it, or shows other words or photos."
taken_away = Signal()
"""Sender `Signaal`; `signaal`, `words`, `fotos`. Copies of it must follow (`copies`).

`words` are gone everywhere; without any it was closed or taken back. `fotos`: the keys of those
that are gone with it.
"""
