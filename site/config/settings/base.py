"""Settings that hold everywhere; for people, CMS, browser, files and mail in files of their own."""

from __future__ import annotations

from pathlib import Path
from typing import Any

from .browser import *
from .cms import *
from .environment import ASSETS_DIR as ASSETS_DIR
from .environment import CONFIG_DIR as CONFIG_DIR
from .environment import HANDBOOK_DIR as HANDBOOK_DIR
from .environment import VAR_DIR as VAR_DIR
from .environment import env
from .files import *
from .log import *
from .mail import *
from .people import *

VERSION = "0.1.0"
DEBUG = False
DEMO = False
ALLOWED_HOSTS: list[str] = []

INSTALLED_APPS = [
    "home",
    "nieuws",
    "enquetes",
    "wijkteams.activiteiten",
    "wijkteams.signalen",
    "wijkteams.initiatieven",
    "wijkteams.moderatie",
    "wijkteams",
    "accounts",
    "core",
    "wagtail_localize",
    "wagtail_localize.locales",
    "wagtail.contrib.redirects",
    "wagtail.contrib.settings",
    "wagtail.contrib.typed_table_block",
    "wagtail.embeds",
    "wagtail.sites",
    "wagtail.users",
    "wagtail.snippets",
    "wagtail.documents",
    "wagtail.images",
    "wagtail.search",
    "wagtail.admin",
    "wagtail",
    "modelcluster",
    "taggit",
    "django_filters",
    "crispy_forms",
    "allauth",
    "allauth.account",
    "allauth.mfa",
    "django_tasks",
    "django_tasks_db",
    "django.contrib.auth",
    "django.contrib.contenttypes",
    "django.contrib.sessions",
    "django.contrib.messages",
    "django.contrib.staticfiles",
]

MIDDLEWARE = [
    "core.security.request_id.RequestIdMiddleware",
    # Before all that adds headers: an answer is kept as it left the house.
    "core.page_cache.middleware.PageCacheMiddleware",
    "django.middleware.security.SecurityMiddleware",
    # Before the files: what WhiteNoise sends has these headers too.
    "core.security.headers.ResourcePolicyMiddleware",
    "django.middleware.clickjacking.XFrameOptionsMiddleware",
    "core.security.csp.PathCSPMiddleware",
    "django_permissions_policy.PermissionsPolicyMiddleware",
    "whitenoise.middleware.WhiteNoiseMiddleware",
    "core.serving.compression.PublicGZipMiddleware",
    "core.security.headers.PrivateResponseMiddleware",
    "core.machines.probes.ProbeMiddleware",
    # Counts, and sends on to the address without the number: nothing behind it has to know.
    "nieuws.edities.clicks.ClickMiddleware",
    "django.contrib.sessions.middleware.SessionMiddleware",
    "django.middleware.locale.LocaleMiddleware",
    "django.middleware.common.CommonMiddleware",
    "django.middleware.csrf.CsrfViewMiddleware",
    "django.contrib.auth.middleware.AuthenticationMiddleware",
    "django.contrib.messages.middleware.MessageMiddleware",
    "allauth.account.middleware.AccountMiddleware",
    "accounts.devices.DeviceMiddleware",
    "wijkteams.second_factor.SecondFactorMiddleware",
    "wijkteams.guard.GuardMiddleware",
    "core.security.malformed.MalformedInputMiddleware",
    "core.routing.PageRouteMiddleware",
    # What the city redirects by hand goes before what we remember ourselves.
    "wijkteams.old_addresses.OldAddressMiddleware",
    "wagtail.contrib.redirects.middleware.RedirectMiddleware",
]

ROOT_URLCONF = "config.urls"
WSGI_APPLICATION = "config.wsgi.application"

TEMPLATES = [
    {
        "BACKEND": "django.template.backends.django.DjangoTemplates",
        "DIRS": [ASSETS_DIR / "templates"],
        "APP_DIRS": True,
        "OPTIONS": {
            "context_processors": [
                "django.template.context_processors.request",
                "django.contrib.auth.context_processors.auth",
                "django.contrib.messages.context_processors.messages",
                "core.context.frame",
            ],
            "builtins": ["django.templatetags.i18n", "django.templatetags.static"],
        },
    }
]

# --- serving ---------------------------------------------------------------------------------
BIND = "127.0.0.1:8000"
# The site stands at the root. Else whoever may send a header SCRIPT_NAME would move it: the guard
# and the page cache would look at another address than the one that is answered.
FORCE_SCRIPT_NAME = ""
WEB_WORKERS = env.int("WEB_WORKERS", default=2)

# --- database --------------------------------------------------------------------------------
SQLITE_OPTIONS: dict[str, Any] = {
    "timeout": 20,
    "transaction_mode": "IMMEDIATE",
    "init_command": ("PRAGMA journal_mode=WAL; PRAGMA synchronous=FULL; PRAGMA secure_delete=ON;"),
}
DATABASES = {"default": env.db("DATABASE_URL", default=f"sqlite:///{VAR_DIR / 'db.sqlite3'}")}
IS_SQLITE = DATABASES["default"]["ENGINE"].endswith("sqlite3")
if IS_SQLITE:
    DATABASES["default"]["OPTIONS"] = SQLITE_OPTIONS
DEFAULT_AUTO_FIELD = "django.db.models.BigAutoField"

CACHES = {
    # On disk, so that all processes see the same: a throttle in one process's memory is none.
    "default": {
        "BACKEND": "django.core.cache.backends.filebased.FileBasedCache",
        "LOCATION": VAR_DIR / "cache",
        "OPTIONS": {"MAX_ENTRIES": 10_000},
    }
}

# Whole answers to anonymous readers, as files (docs/beheer/pagina-cache.md). nginx may read them.
PAGE_CACHE = False
PAGE_CACHE_DIR = Path(env("PAGE_CACHE_DIR", default=str(VAR_DIR / "pages")))
PAGE_CACHE_MAX_MB = env.int("PAGE_CACHE_MAX_MB", default=512)
PAGE_CACHE_MAX_PAGES = env.int("PAGE_CACHE_MAX_PAGES", default=50_000)

# --- language --------------------------------------------------------------------------------
LANGUAGE_CODE = "nl"
LANGUAGES = WAGTAIL_CONTENT_LANGUAGES = [
    ("nl", "Nederlands"),
    ("en", "English"),
    ("tr", "Türkçe"),
    ("ar", "العربية"),
    ("pl", "Polski"),
    ("uk", "Українська"),
]
TIME_ZONE = "Europe/Amsterdam"
FORMAT_MODULE_PATH = "core.formats"
# Nobody has to choose; the list of the system has names that browsers do not know.
WAGTAIL_USER_TIME_ZONES = [TIME_ZONE]
USE_TZ = True
LOCALE_PATHS = [ASSETS_DIR / "locale"]

# --- backup ----------------------------------------------------------------------------------
BACKUP_KEY_FILE = env("BACKUP_KEY_FILE", default="")
# Who was forgotten must be known on a day that VAR_DIR is lost: name a second place for it.
FORGOTTEN_LISTS = [
    VAR_DIR / "vergeten.jsonl",
    *(Path(path) for path in env.list("FORGOTTEN_LISTS", default=[])),
]

# --- tasks -----------------------------------------------------------------------------------
TASKS = {"default": {"BACKEND": "django_tasks_db.DatabaseBackend"}}

# --- fetching from other sites (core.fetching) -------------------------------------------------
# Calendars of clubs that have no https; what comes in over http, anybody on the way can change.
FETCH_HTTP = env.bool("FETCH_HTTP", default=False)
# Ports on this machine that may be asked. For tests only: no variable sets it.
FETCH_LOCAL_PORTS: frozenset[int] = frozenset()
