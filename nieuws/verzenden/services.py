"""What screens and other rooms ask of the sending of newsletters.

All of these may raise `SendingError`; its text is for people.
"""

from __future__ import annotations

from nieuws.verzenden.books import close_books
from nieuws.verzenden.errors import NumberChangedError, SendingError
from nieuws.verzenden.progress import Progress, progress
from nieuws.verzenden.proof import test_mail
from nieuws.verzenden.recipients import ListCount, Reason, Recipients, recipients
from nieuws.verzenden.scheduling import schedule
from nieuws.verzenden.steering import cancel, pause, resume, send_again

__all__ = [
    "ListCount",
    "NumberChangedError",
    "Progress",
    "Reason",
    "Recipients",
    "SendingError",
    "cancel",
    "close_books",
    "pause",
    "progress",
    "recipients",
    "resume",
    "schedule",
    "send_again",
    "test_mail",
]
