"""How files come in: kept in memory until they are clean, and no more of them than we can use."""

from __future__ import annotations

from io import BytesIO
from pathlib import PurePath
from typing import Any

from django.conf import settings
from django.core.files.uploadedfile import InMemoryUploadedFile
from django.core.files.uploadhandler import FileUploadHandler, StopFutureHandlers

# Tables and borders for the importer may be larger; no photo is taken under these names.
MAY_TOUCH_DISK = frozenset({"csv", "geojson", "json"})
# What one request may bring in all: five photos of the largest size.
MAX_PER_REQUEST = 80 * 1024 * 1024


class MemoryOnlyHandler(FileUploadHandler):
    """Takes every file but those of the importer; Django would write a large one to a disk.

    Of a file that is too large the bytes are let go as they come. It arrives empty, with a size
    that each field refuses in its own words.
    """

    def __init__(self, request: Any = None) -> None:
        super().__init__(request)
        self._kept = 0

    def new_file(self, *args: Any, **kwargs: Any) -> None:
        super().new_file(*args, **kwargs)
        self._mine = PurePath(self.file_name or "").suffix.lower()[1:] not in MAY_TOUCH_DISK
        self._buffer: BytesIO | None = BytesIO()
        if self._mine:
            raise StopFutureHandlers

    def receive_data_chunk(self, raw_data: bytes, start: int) -> bytes | None:
        if not self._mine:
            return raw_data
        if self._buffer is not None:
            self._kept += len(raw_data)
            self._buffer.write(raw_data)
            too_much = self._buffer.tell() > settings.FILE_UPLOAD_MAX_MEMORY_SIZE
            if too_much or self._kept > MAX_PER_REQUEST:
                self._kept -= self._buffer.tell()
                self._buffer = None
        return None

    def file_complete(self, file_size: int) -> InMemoryUploadedFile | None:
        if not self._mine:
            return None
        size = file_size
        if self._buffer is None:
            size = max(file_size, settings.FILE_UPLOAD_MAX_MEMORY_SIZE + 1)
        buffer = self._buffer or BytesIO()
        buffer.seek(0)
        return InMemoryUploadedFile(
            file=buffer,
            field_name=self.field_name,
            name=self.file_name,
            content_type=self.content_type,
            size=size,
            charset=self.charset,
            content_type_extra=self.content_type_extra,
        )
