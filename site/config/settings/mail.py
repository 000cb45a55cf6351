"""How mail leaves, and how it comes back."""

from __future__ import annotations

from pathlib import Path

from .environment import env

DEFAULT_FROM_EMAIL = env("DEFAULT_FROM_EMAIL", default="Wijkplein <post@localhost>")
SERVER_EMAIL = DEFAULT_FROM_EMAIL
MAIL_CAUGHT_DIR: Path | None = None
# Who is told when tasks or mail stay behind.
ALARM_MAIL: list[str] = env.list("ALARM_MAIL", default=[])
# A mail server that does not answer may keep the worker no longer than this.
EMAIL_TIMEOUT = 20

# --- mail that comes back (nieuws.retouren) ----------------------------------------------------
# The address of the mailbox for returns; each newsletter gets a signed form of it as its envelope
# sender: retour+<code>-<signature>@... Without: returns go to DEFAULT_FROM_EMAIL, unread.
BOUNCE_ADDRESS: str = env("BOUNCE_ADDRESS", default="")
# Where that mailbox is read: imaps://user:password@host:993/INBOX.
BOUNCE_IMAP_URL: str = env("BOUNCE_IMAP_URL", default="")

# --- a mail service instead of an own mail server (django-anymail) ------------------------------
# Its name in anymail, such as "brevo" or "mailgun"; without, EMAIL_URL says where mail goes.
MAIL_SERVICE: str = env("MAIL_SERVICE", default="")
# The keys of that service, as JSON: {"BREVO_API_KEY": "..."}.
ANYMAIL: dict[str, object] = env.json("ANYMAIL", default={})
# user:password with which the service tells us of returns; without, nobody may.
_secret: str = env("MAIL_SERVICE_SECRET", default="")
if _secret:
    ANYMAIL["WEBHOOK_SECRET"] = _secret

# --- the check of the DNS (nieuws.retouren.dns) -------------------------------------------------
# The selectors under which the keys of DKIM stand in the DNS.
DKIM_SELECTORS: list[str] = env.list("DKIM_SELECTORS", default=[])

# --- sending newsletters (nieuws.verzenden) -----------------------------------------------------
# How many mails a minute some domains take, such as "ziggo.nl=100,kpnmail.nl=60"; '*' is the sum of
# all. Without: as fast as the mail server takes them; most servers slow down by themselves.
NEWSLETTER_PER_MINUTE: dict[str, int] = env.dict(
    "NEWSLETTER_PER_MINUTE", cast={"value": int}, default={}
)
# How many workers may work on one edition at once.
NEWSLETTER_LANES: int = env.int("NEWSLETTER_LANES", default=2)
# The log of the Postfix that takes our mail, such as /var/log/mail.log. With it, after a crash it
# is certain whether the one mail that was on its way has left; without, a person decides.
NEWSLETTER_RELAY_LOG: str = env("NEWSLETTER_RELAY_LOG", default="")
