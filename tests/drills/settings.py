"""The demo's settings, with a real mail server: the sink of the drill."""

from config.settings.demo import *
from config.settings.environment import env

EMAIL_BACKEND = "django.core.mail.backends.smtp.EmailBackend"
EMAIL_HOST = "127.0.0.1"
EMAIL_PORT = env.int("DRILL_SMTP_PORT", default=1)
EMAIL_TIMEOUT = 5
# Each visitor of a drill has an address of their own.
BEHIND_PROXY = True
