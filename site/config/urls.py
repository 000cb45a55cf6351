"""The one list of addresses."""

from __future__ import annotations

from django.conf import settings
from django.conf.urls.i18n import i18n_patterns
from django.urls import URLPattern, URLResolver, include, path
from django.views.generic import RedirectView
from wagtail import urls as wagtail_urls
from wagtail.admin import urls as wagtailadmin_urls
from wagtail.documents import urls as wagtaildocs_urls

urlpatterns: list[URLPattern | URLResolver] = [
    path("", include("wijkteams.urls")),
    path("", include("accounts.urls")),
    path("", include("wijkteams.signalen.open311.urls")),
    path("beheer/", include(wagtailadmin_urls)),
    path("documenten/", include(wagtaildocs_urls)),
    path("", include("core.urls")),
]

if settings.MAIL_CAUGHT_DIR is not None:
    # Before the CMS, which answers every address under /beheer/.
    urlpatterns.insert(0, path("beheer/uitgaande-mail/", include("core.mail.caught.urls")))
    urlpatterns.append(
        path("post/", RedirectView.as_view(url="/beheer/uitgaande-mail/"), name="post")
    )

urlpatterns += i18n_patterns(
    path("", include("home.urls")),
    path("", include("wijkteams.activiteiten.urls")),
    path("", include("wijkteams.signalen.urls")),
    path("", include("wijkteams.initiatieven.urls")),
    path("", include("wijkteams.moderatie.urls")),
    path("", include("wijkteams.organisaties.urls")),
    path("", include("nieuws.abonneren.urls")),
    path("", include("nieuws.retouren.urls")),
    path("", include("enquetes.urls")),
    path("", include("core.page_urls")),
    path("", include(wagtail_urls)),
    prefix_default_language=False,
)

handler400 = "core.errors.bad_request"
handler403 = "core.errors.permission_denied"
# allauth asks for this one when somebody tries too often.
handler429 = "core.errors.too_many_requests"
handler500 = "core.errors.server_error"
