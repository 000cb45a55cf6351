"""Pictures and documents of the demo city: made for it, and kept beside the code."""

from __future__ import annotations

from dataclasses import dataclass, field
from io import BytesIO
from pathlib import Path

from django.core.files import File
from django.utils.text import slugify
from PIL import Image as PillowImage
from wagtail.models import Page, Site

from core.uploads.images import CleanedFile
from wijkteams.models import Document, Image, Wijk
from wijkteams.models.media import private_storage
from wijkteams.models.photo_rights import Consent, Licence

from .story_blocks import Sources

HERE = Path(__file__).parent


def _page_at(path: str) -> int:
    """The number of the Dutch page at a path of the site."""
    root = Site.objects.get(is_default_site=True).root_page
    return int(Page.objects.get(url_path=f"{root.url_path.rstrip('/')}{path}").pk)


@dataclass
class DemoPictures:
    """Adds pictures, and can take their files away again: a rollback does not reach files."""

    written: list[str] = field(default_factory=list)

    def add(self, path: Path, *, alt: str, wijk: Wijk | None) -> Image:
        """Store a picture of a ward (None: of the city); one that is there already is used."""
        title = path.stem.replace("-", " ").capitalize()
        found = Image.objects.filter(title=title, wijk=wijk).first()
        if found is not None:
            return found
        data = path.read_bytes()
        width, height = PillowImage.open(BytesIO(data)).size
        # Not drawn anew, as uploads are: it holds nothing but pixels, and a test says so.
        # With its size given, it need not be decoded to find that out.
        image = Image(
            title=title,
            width=width,
            height=height,
            file=CleanedFile(data, name=path.name),
            description=alt,
            photographer="Wijkplein",
            licence=Licence.OWN,
            consent=Consent.NOBODY,  # the people on it were drawn
            wijk=wijk,
        )
        image.save()
        self.written.append(image.file.name)
        return image

    def add_portrait(self, name: str, *, wijk: Wijk | None) -> Image | None:
        """The portrait of who is called so; None for who has none."""
        path = HERE / f"pictures/portraits/{slugify(name)}.webp"
        if not path.exists():
            return None
        return self.add(path, alt=f"Getekend portret van {name}", wijk=wijk)

    def add_document(self, path: Path, *, title: str, wijk: Wijk | None) -> Document:
        """Store a document, unless it is there already."""
        found = Document.objects.filter(title=title, wijk=wijk).first()
        if found is not None:
            return found
        with path.open("rb") as file:
            document = Document(title=title, file=File(file, name=path.name), wijk=wijk)
            document.save()
        self.written.append(str(document.file.name))
        return document

    def sources(self, wijk: Wijk | None, folder: Path) -> Sources:
        """What a story of a ward may show, from the files of a folder."""

        def picture(name: str, alt: str) -> int:
            return int(self.add(folder / "pictures" / name, alt=alt, wijk=wijk).pk)

        def portrait(name: str) -> int | None:
            image = self.add_portrait(name, wijk=wijk)
            return None if image is None else int(image.pk)

        def document(name: str, title: str) -> int:
            path = folder / "documents" / name
            return int(self.add_document(path, title=title, wijk=wijk).pk)

        return Sources(picture, portrait, document, _page_at)

    def discard(self) -> None:
        """Remove the files of this run."""
        for name in self.written:
            private_storage().delete(name)
        self.written.clear()
