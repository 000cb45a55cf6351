"""The one list of addresses."""

from __future__ import annotations

from django.conf import settings
from django.conf.urls.i18n import i18n_patterns
from django.urls import URLPattern, URLResolver, include, path
from wagtail import urls as wagtail_urls
from wagtail.admin import urls as wagtailadmin_urls
from wagtail.documents import urls as wagtaildocs_urls

urlpatterns: list[URLPattern | URLResolver] = [
    path("", include("wijkteams.urls")),
    path("", include("accounts.urls")),
    path("beheer/", include(wagtailadmin_urls)),
    path("documenten/", include(wagtaildocs_urls)),
    path("", include("core.urls")),
]

if settings.MAIL_CAUGHT_DIR is not None:
    urlpatterns += [path("post/", include("core.mail.caught_urls"))]

urlpatterns += i18n_patterns(
    path("", include("home.urls")),
    path("", include("core.page_urls")),
    path("", include(wagtail_urls)),
    prefix_default_language=False,
)
