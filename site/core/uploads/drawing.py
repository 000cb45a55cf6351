"""Drawing a picture anew: upright, in sRGB, no larger than a page needs, nothing but pixels."""

from __future__ import annotations

from contextlib import suppress
from io import BytesIO

from PIL import Image, ImageCms

from core.uploads.limits import LARGE, STORED_SIDE

_ORIENTATION = 0x0112
_UPRIGHT = {
    2: Image.Transpose.FLIP_LEFT_RIGHT,
    3: Image.Transpose.ROTATE_180,
    4: Image.Transpose.FLIP_TOP_BOTTOM,
    5: Image.Transpose.TRANSPOSE,
    6: Image.Transpose.ROTATE_270,
    7: Image.Transpose.TRANSVERSE,
    8: Image.Transpose.ROTATE_90,
}


def draw(source: Image.Image) -> Image.Image:
    """A new picture with the same image: mode RGBA when parts are see-through, else RGB or L."""
    if source.format in {"JPEG", "MPO"}:
        times = times_too_large(source)  # decodes no more than is needed
        source.draft(None, (source.width // times, source.height // times))
    source.load()
    turn = _UPRIGHT.get(source.getexif().get(_ORIENTATION, 1))
    profile = source.info.get("icc_profile")

    picture = _made_smaller(_plain_mode(source))
    picture = _without_alpha_if_solid(_in_srgb(picture, profile))
    if turn is not None:
        picture = picture.transpose(turn)
    fresh = Image.new(picture.mode, picture.size)
    fresh.paste(picture)
    return fresh


def times_too_large(picture: Image.Image) -> int:
    """By what whole number it is made smaller first.

    Of a really large one a little below the wanted side is near enough.
    """
    times = max(picture.size) / STORED_SIDE
    is_large = picture.width * picture.height > LARGE
    return max(1, round(times) if is_large else int(times))


def _made_smaller(picture: Image.Image) -> Image.Image:
    """Each copy of a large photo takes 100 MB: this one is of the size that is kept."""
    times = times_too_large(picture)
    if times > 1:
        picture = picture.reduce(times)
    picture.thumbnail((STORED_SIDE, STORED_SIDE), Image.Resampling.LANCZOS)
    return picture


def _plain_mode(source: Image.Image) -> Image.Image:
    """In L, RGB, RGBA or CMYK; the picture itself when it is that already."""
    if source.has_transparency_data:
        return source if source.mode == "RGBA" else source.convert("RGBA")
    if source.mode == "1":
        return source.convert("L")
    if source.mode == "I" or source.mode.startswith("I;16"):
        return source.convert("I").point(lambda value: value / 256).convert("L")
    if source.mode == "F":
        raise ValueError("no picture for a screen")
    if source.mode in {"L", "RGB", "CMYK"}:
        return source
    return source.convert("RGB")


def _in_srgb(picture: Image.Image, profile: bytes | None) -> Image.Image:
    """The colours as the profile means them; a profile that cannot be read is left aside."""
    if profile:
        output = "RGBA" if picture.mode == "RGBA" else "RGB"
        with suppress(ImageCms.PyCMSError, OSError, ValueError):
            converted = ImageCms.profileToProfile(
                picture,
                ImageCms.ImageCmsProfile(BytesIO(profile)),
                ImageCms.createProfile("sRGB"),
                outputMode=output,
            )
            picture = converted or picture
    return picture.convert("RGB") if picture.mode == "CMYK" else picture


def _without_alpha_if_solid(picture: Image.Image) -> Image.Image:
    if picture.mode != "RGBA":
        return picture
    lowest, _highest = picture.getchannel("A").getextrema()
    return picture if lowest < 255 else picture.convert("RGB")  # type: ignore[operator]
