"""Where files stand, and what may come in."""

from __future__ import annotations

from typing import Any

from .environment import ASSETS_DIR, VAR_DIR

STATIC_URL = "/static/"
STATIC_ROOT = VAR_DIR / "static"
STATICFILES_DIRS = [ASSETS_DIR / "static"]
MEDIA_URL = "/media/"
MEDIA_ROOT = VAR_DIR / "media"
STORAGES: dict[str, dict[str, Any]] = {
    "default": {"BACKEND": "django.core.files.storage.FileSystemStorage"},
    "staticfiles": {"BACKEND": "whitenoise.storage.CompressedManifestStaticFilesStorage"},
    # Originals of pictures and documents: nothing serves this folder but views that ask for rights.
    "private": {
        "BACKEND": "core.uploads.storage.PrivateStorage",
        # As text: a task that removes a file takes this along in the queue.
        "OPTIONS": {"location": str(VAR_DIR / "private")},
    },
}
# Pictures and documents stay in memory until they are clean: nothing hidden touches a disk.
FILE_UPLOAD_MAX_MEMORY_SIZE = 26 * 1024 * 1024
FILE_UPLOAD_HANDLERS = [
    "core.uploads.handler.MemoryOnlyHandler",
    "django.core.files.uploadhandler.MemoryFileUploadHandler",
    "django.core.files.uploadhandler.TemporaryFileUploadHandler",
]
DATA_UPLOAD_MAX_MEMORY_SIZE = 5 * 1024 * 1024
# wagtail's editor sends one field per block part: a long page has more than Django's 1,000.
DATA_UPLOAD_MAX_NUMBER_FIELDS = 6_000
