"""How Wagtail behaves: its screens, pictures, documents and search."""

from __future__ import annotations

from .environment import env

WAGTAIL_SITE_NAME = "Wijkplein"
# As people write it; each language reads it (core.formats).
WAGTAIL_DATE_FORMAT = "%d-%m-%Y"
WAGTAIL_DATETIME_FORMAT = "%d-%m-%Y %H:%M"
WAGTAIL_I18N_ENABLED = True
# A page that is begun in another language is a draft: nobody reads Dutch under an English address.
WAGTAILLOCALIZE_SYNC_LIVE_STATUS_ON_TRANSLATE = False
WAGTAILADMIN_BASE_URL = env("BASE_URL", default="http://127.0.0.1:8000")
WAGTAILADMIN_LOGIN_URL = "/inloggen/"
WAGTAIL_FRONTEND_LOGIN_URL = "/inloggen/"
WAGTAIL_GRAVATAR_PROVIDER_URL = None
WAGTAIL_ENABLE_UPDATE_CHECK = False
WAGTAIL_ENABLE_WHATS_NEW_BANNER = False
WAGTAIL_PRIVATE_PAGE_OPTIONS = {"SHARED_PASSWORD": False}
WAGTAILREDIRECTS_AUTO_CREATE = False
WAGTAIL_EMAIL_MANAGEMENT_ENABLED = False
WAGTAIL_PASSWORD_RESET_ENABLED = False
WAGTAIL_PASSWORD_MANAGEMENT_ENABLED = False  # /wachtwoord/ asks who somebody is, and mails
WAGTAILIMAGES_IMAGE_MODEL = "wijkteams.Image"
WAGTAILIMAGES_IMAGE_FORM_BASE = "wijkteams.media_forms.WijkImageForm"
WAGTAILIMAGES_EXTENSIONS = ["avif", "gif", "heic", "heif", "jpeg", "jpg", "png", "webp"]
# Else Wagtail would show a WebP as a PNG, ten times as heavy.
WAGTAILIMAGES_FORMAT_CONVERSIONS = {"webp": "webp"}
WAGTAILIMAGES_MAX_UPLOAD_SIZE = 15 * 1024 * 1024
WAGTAILIMAGES_MAX_IMAGE_PIXELS = 50_000_000
WAGTAILDOCS_DOCUMENT_MODEL = "wijkteams.Document"
WAGTAILDOCS_DOCUMENT_FORM_BASE = "wijkteams.media_forms.WijkDocumentForm"
WAGTAILDOCS_SERVE_METHOD = "serve_view"
WAGTAILDOCS_EXTENSIONS = ["csv", "docx", "odt", "ods", "pdf", "pptx", "txt", "xlsx", "zip"]
WAGTAILDOCS_MAX_UPLOAD_SIZE = 25 * 1024 * 1024
WAGTAILSEARCH_BACKENDS = {"default": {"BACKEND": "core.search.backend"}}
CRISPY_ALLOWED_TEMPLATE_PACKS = ("nlds",)
CRISPY_TEMPLATE_PACK = "nlds"

# What apps add to the blocks of a page (core.blocks.StoryBlock); a key never changes.
STORY_BLOCKS = {
    "newsletter": "nieuws.abonneren.block.NieuwsbriefAanmeldBlock",
    "peiling": "enquetes.overzicht.poll_block.PeilingBlock",
}
