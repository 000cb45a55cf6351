"""Where originals lie: a folder that no web server serves."""

from __future__ import annotations

from typing import Any

from django.core.files.storage import FileSystemStorage
from django.urls import reverse


class PrivateStorage(FileSystemStorage):
    """Files that only a view gives out, after asking for rights."""

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        kwargs.setdefault("file_permissions_mode", 0o640)
        kwargs.setdefault("directory_permissions_mode", 0o750)
        super().__init__(*args, **kwargs)

    def url(self, name: str | None) -> str:
        """The address of the view that asks for rights; for volunteers in the CMS only."""
        return reverse("original", args=[name])
