"""Picture files as phones and programs make them, with everything that may hide in them."""

from __future__ import annotations

import zipfile
from io import BytesIO
from typing import Any

import pillow_heif
from PIL import Image as PillowImage
from PIL import PngImagePlugin

pillow_heif.register_heif_opener()

SECRET = "GEHEIM-MERKTEKEN"
"Stands in every hidden place of the files made here."

SAVE_AS = {
    "jpg": "JPEG",
    "png": "PNG",
    "webp": "WEBP",
    "avif": "AVIF",
    "heic": "HEIF",
    "gif": "GIF",
    "tif": "TIFF",
    "bmp": "BMP",
}
RED, BLUE = (200, 30, 30), (30, 30, 200)


def hidden_exif(orientation: int = 1) -> PillowImage.Exif:
    """Camera, text and place, as a phone writes them."""
    exif = PillowImage.Exif()
    exif[0x0112] = orientation
    exif[0x010F] = SECRET
    exif[0x9286] = SECRET.encode()
    gps = exif.get_ifd(0x8825)
    gps[1], gps[2] = "N", (52.0, 0.0, 37.5)
    gps[3], gps[4] = "E", (4.0, 42.0, 5.25)
    gps[29] = SECRET
    return exif


def xmp() -> bytes:
    """A packet of XMP."""
    return (
        b"<?xpacket begin='' id='W5M0MpCehiHzreSzNTczkc9d'?><x:xmpmeta xmlns:x='adobe:ns:meta/'>"
        b"<rdf:RDF xmlns:rdf='http://www.w3.org/1999/02/22-rdf-syntax-ns#'><rdf:Description>"
        + SECRET.encode()
        + b"</rdf:Description></rdf:RDF></x:xmpmeta><?xpacket end='w'?>"
    )


def red_left_blue_right(size: tuple[int, int] = (80, 40), mode: str = "RGB") -> PillowImage.Image:
    """The left half red, the right half blue."""
    picture = PillowImage.new(mode, size, RED)
    picture.paste(BLUE, (size[0] // 2, 0, size[0], size[1]))
    return picture


def stored_as(picture: PillowImage.Image, orientation: int) -> PillowImage.Image:
    """The pixels that a camera stores with this orientation, so that they show as `picture`."""
    back = {
        1: None,
        2: PillowImage.Transpose.FLIP_LEFT_RIGHT,
        3: PillowImage.Transpose.ROTATE_180,
        4: PillowImage.Transpose.FLIP_TOP_BOTTOM,
        5: PillowImage.Transpose.TRANSPOSE,
        6: PillowImage.Transpose.ROTATE_90,
        7: PillowImage.Transpose.TRANSVERSE,
        8: PillowImage.Transpose.ROTATE_270,
    }[orientation]
    return picture if back is None else picture.transpose(back)


def picture_bytes(ending: str, orientation: int = 1, **options: Any) -> bytes:
    """A small picture with a secret in every place that the format has for one."""
    picture = stored_as(red_left_blue_right(), orientation)
    extra: dict[str, Any] = {}
    if ending not in {"gif", "bmp"}:
        extra["exif"] = hidden_exif(orientation).tobytes()
    if ending in {"jpg", "webp", "avif", "heic"}:
        extra["xmp"] = xmp()
    if ending == "tif":
        extra = {"exif": hidden_exif(orientation)}
    if ending in {"jpg", "gif"}:
        extra["comment"] = SECRET.encode()
    if ending == "png":
        info = PngImagePlugin.PngInfo()
        info.add_text("Comment", SECRET)
        info.add_itxt("XML:com.adobe.xmp", xmp().decode())
        extra["pnginfo"] = info
    if ending == "gif":
        picture = picture.convert("P", palette=PillowImage.Palette.ADAPTIVE)
    buffer = BytesIO()
    picture.save(buffer, SAVE_AS[ending], **extra, **options)
    return buffer.getvalue() + SECRET.encode() + small_zip()


def small_zip() -> bytes:
    """What a polyglot carries behind its picture."""
    buffer = BytesIO()
    with zipfile.ZipFile(buffer, "w") as archive:
        archive.writestr(f"{SECRET}.txt", SECRET)
    return buffer.getvalue()
