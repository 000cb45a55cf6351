"""A picture is sent as what it is, also where the system has no list of types."""

from __future__ import annotations

import mimetypes

import pytest

import core.uploads.media  # noqa: F401 - tells Python about the types


@pytest.mark.parametrize("ending", ["avif", "jpg", "png", "svg", "webp"])
def test_every_kind_of_picture_has_its_type(ending: str) -> None:
    assert mimetypes.guess_type(f"foto.{ending}")[0].startswith("image/")
