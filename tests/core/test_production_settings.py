"""Production starts with safe settings only, and says what is wrong with others (R-43)."""

from __future__ import annotations

import importlib.util
from pathlib import Path
from types import ModuleType

import pytest
from django.core.exceptions import ImproperlyConfigured

import config.settings
from config.settings import base

PRODUCTION = Path(config.settings.__file__).with_name("production.py")
GOOD = {
    "SECRET_KEY": "Zx8-kq2_VbN7mL0pQw3eRt5yUi9oAs1dFg4hJk6lMn_bVc-XzYa7Ts2",
    "ALLOWED_HOSTS": "wijken.stad.nl",
    "BASE_URL": "https://wijken.stad.nl",
    "DEFAULT_FROM_EMAIL": "Wijkplein <post@stad.nl>",
    "EMAIL_URL": "smtp+tls://naam:geheim@mail.stad.nl:587",
}
BAD = [
    ({"SECRET_KEY": "kort"}, "50 characters"),
    ({"SECRET_KEY": "a" * 60}, "random"),
    ({"SECRET_KEY": "only-for-development-never-in-production-0123456789-0123"}, "your own"),
    ({"ALLOWED_HOSTS": "*"}, "ALLOWED_HOSTS"),
    ({"ALLOWED_HOSTS": "wijken.stad.nl,*"}, "ALLOWED_HOSTS"),
    ({"BASE_URL": "http://wijken.stad.nl"}, "https"),
    ({"BASE_URL": "https://example.com", "ALLOWED_HOSTS": "example.com"}, "real address"),
    ({"BASE_URL": "https://localhost", "ALLOWED_HOSTS": "localhost"}, "real address"),
    ({"BASE_URL": "https://andere.stad.nl"}, "must be in ALLOWED_HOSTS"),
    ({"DEFAULT_FROM_EMAIL": "Wijkplein <post@localhost>"}, "DEFAULT_FROM_EMAIL"),
    ({"EMAIL_URL": "consolemail://"}, "smtp"),
    ({"DEBUG": "true"}, "DEBUG"),
]


def load(monkeypatch: pytest.MonkeyPatch, **environment: str) -> ModuleType:
    """The settings as they would be with this environment."""
    for name in ("DEBUG", *GOOD):
        monkeypatch.delenv(name, raising=False)
    for name, value in environment.items():
        monkeypatch.setenv(name, value)
    spec = importlib.util.spec_from_file_location("config.settings.probe", PRODUCTION)
    assert spec
    assert spec.loader
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


def test_safe_settings_are_taken(monkeypatch: pytest.MonkeyPatch) -> None:
    found = load(monkeypatch, **GOOD)

    assert found.DEBUG is False
    assert found.DEMO is False
    assert found.SESSION_COOKIE_SECURE is True
    assert found.SECURE_HSTS_SECONDS >= 365 * 24 * 3600


@pytest.mark.parametrize(("change", "says"), BAD, ids=[says for _change, says in BAD])
def test_unsafe_settings_are_refused(
    monkeypatch: pytest.MonkeyPatch, change: dict[str, str], says: str
) -> None:
    with pytest.raises(ImproperlyConfigured, match=says):
        load(monkeypatch, **{**GOOD, **change})


@pytest.mark.parametrize("name", sorted(GOOD))
def test_nothing_can_be_left_out(monkeypatch: pytest.MonkeyPatch, name: str) -> None:
    rest = {key: value for key, value in GOOD.items() if key != name}

    with pytest.raises(ImproperlyConfigured, match=name):
        load(monkeypatch, **rest)


@pytest.mark.parametrize(
    ("address", "url", "says"),
    [
        ("veel-te-lange-naam@stad.nl", "", "at most 13 signs"),
        ("retour@localhost", "", "real address"),
        ("retour", "", "real address"),
        ("retour@stad.nl", "imap://a:b@imap.stad.nl/", "imaps"),
        ("", "imaps://a:b@imap.stad.nl/", "without address"),
    ],
)
def test_a_mailbox_for_returns_that_cannot_work_is_refused(
    monkeypatch: pytest.MonkeyPatch, address: str, url: str, says: str
) -> None:
    monkeypatch.setattr(base, "BOUNCE_ADDRESS", address)
    monkeypatch.setattr(base, "BOUNCE_IMAP_URL", url)
    with pytest.raises(ImproperlyConfigured, match=says):
        load(monkeypatch, **GOOD)


def test_a_mail_service_takes_the_place_of_a_mail_server(monkeypatch: pytest.MonkeyPatch) -> None:
    rest = {key: value for key, value in GOOD.items() if key != "EMAIL_URL"}
    monkeypatch.setattr(base, "MAIL_SERVICE", "brevo")
    assert load(monkeypatch, **rest).EMAIL_BACKEND == "anymail.backends.brevo.EmailBackend"
    monkeypatch.setattr(base, "MAIL_SERVICE", "os.path")
    with pytest.raises(ImproperlyConfigured, match="anymail"):
        load(monkeypatch, **rest)
