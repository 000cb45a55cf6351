"""What the site writes in its log, and how."""

from __future__ import annotations

from .environment import env

LOGGING = {
    "version": 1,
    "disable_existing_loggers": False,
    "formatters": {
        "tekst": {"()": "core.security.log_format.LineFormatter"},
        "json": {"()": "core.security.log_format.JsonFormatter"},
    },
    "handlers": {
        "console": {
            "class": "logging.StreamHandler",
            "formatter": env("LOG_FORMAT", default="tekst"),
        }
    },
    "root": {"handlers": ["console"], "level": "WARNING"},
    # An address that is not there is no news for who runs the site.
    "loggers": {
        "django.request": {"level": "ERROR"},
        "wijkplein.veiligheid": {"level": "INFO"},
    },
}
