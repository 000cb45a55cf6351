"""Told when an initiative changed, inside the transaction: mails, lists and caches follow it."""

from django.dispatch import Signal

stepped = Signal()
"Sender `Initiatief`; `initiatief`, `stap`. Each step."
told = Signal()
"Sender `Initiatief`; `initiatief`, `update`. An update came on the site."
shown_otherwise = Signal()
"Sender `Initiatief`; `initiatief`. Its page shows something else: a count, a partner, a need."
merged = Signal()
"Sender `Initiatief`; `initiatief` (the source), `into`. It was merged into another."
separated = Signal()
"Sender `Initiatief`; `initiatief` (the source), `was_into`. A merge was undone."
