"""Mail that was caught in a folder instead of sent, and screens to look at it.

Only the demo and who works on the code catch mail: see MAIL_CAUGHT_DIR.
"""

from core.mail.caught.folder import CaughtMail, caught_mail, caught_mails

__all__ = ["CaughtMail", "caught_mail", "caught_mails"]
