"""A newsletter that is ready, its list, and a mail server."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

import pytest

from accounts.models import User
from nieuws.models import Editie, Lijst, NieuwsbriefIndexPage, NieuwsbriefPage
from nieuws.verzenden import services
from tests.factories.nieuws import letter, reader
from tests.nieuws.verzenden.post import Post
from wijkteams.models import Wijk


@pytest.fixture
def lijst(haven: Wijk) -> Lijst:
    """The list of Havenkwartier."""
    return Lijst.objects.get_or_create(
        wijk=haven, thema=None, defaults={"title": "Nieuwsbrief Haven", "code": "haven"}
    )[0]


@pytest.fixture
def index(haven: Wijk) -> NieuwsbriefIndexPage:
    """The archive of Havenkwartier."""
    found = NieuwsbriefIndexPage.objects.filter(wijk=haven).first()
    if found is not None:
        return found
    page = NieuwsbriefIndexPage(title="Nieuwsbrief", slug="nieuwsbrief")
    haven.pages.get(locale__language_code="nl").add_child(instance=page)
    return page


@pytest.fixture
def page(index: NieuwsbriefIndexPage) -> NieuwsbriefPage:
    """What is to be sent."""
    text = {"type": "text", "value": {"text": "<p>Vrijdag is er soep. Écht.</p>"}}
    return letter(index, text, title="Soep voor iedereen")


@pytest.fixture
def editie(page: NieuwsbriefPage, lijst: Lijst, joris: User) -> Editie:
    """Ready to start now, to three readers; no task works on it."""
    for name in ("ria", "bep", "cor"):
        reader(lijst, f"{name}@sluisdam.example")
    return planned(page, lijst, joris)


def planned(page: NieuwsbriefPage, lijst: Lijst, by: User) -> Editie:
    """An edition that was agreed to, for all who are on the list now."""
    from django.utils import timezone

    total = services.recipients([lijst]).total
    now = timezone.now()
    return services.schedule(page, [lijst], by=by, expected=total, moment=now)


@pytest.fixture
def post(settings: Any) -> Iterator[Post]:
    """A mail server; the site sends to it by SMTP."""
    post = Post()
    server = post.open()
    settings.EMAIL_BACKEND = "django.core.mail.backends.smtp.EmailBackend"
    settings.EMAIL_HOST, settings.EMAIL_PORT = "127.0.0.1", post.port
    settings.DEFAULT_FROM_EMAIL = "Sluisdam <post@sluisdam.example>"
    yield post
    server.shutdown()
    server.server_close()
