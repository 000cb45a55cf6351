"""What happens to times: whoever keeps sign-ups listens, and tells those who come."""

from __future__ import annotations

from django.dispatch import Signal

keren_changed = Signal()
"""Sent in the transaction, with `activiteit`, `moved` (another begin or end), `cancelled`
(they do not take place any more; also those that lost their day in the series) and `resumed`."""

room_changed = Signal()
"""Sent in the transaction, with `activiteit`: the number of places is another than before."""

activiteit_goes = Signal()
"""Sent in the transaction, with `activiteit`, before it is removed with all that hangs on it."""
