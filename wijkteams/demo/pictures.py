"""Pictures of the demo city: drawn, kept beside the code, and cleaned as every upload."""

from __future__ import annotations

from dataclasses import dataclass, field
from pathlib import Path

from django.core.files.images import ImageFile

from wijkteams.models import Image, Wijk
from wijkteams.models.media import private_storage


@dataclass
class DemoPictures:
    """Adds pictures, and can take their files away again: a rollback does not reach files."""

    written: list[str] = field(default_factory=list)

    def add(self, path: Path, *, alt: str, wijk: Wijk | None, credit: str = "") -> Image:
        """Store a picture of a ward (None: of the city); one that is there already is used."""
        title = path.stem.replace("-", " ").capitalize()
        found = Image.objects.filter(title=title, wijk=wijk).first()
        if found is not None:
            return found
        with path.open("rb") as file:
            image = Image(
                title=title,
                file=ImageFile(file, name=path.name),
                description=alt,
                photographer=credit,
                wijk=wijk,
            )
            image.save()
        self.written.append(image.file.name)
        return image

    def discard(self) -> None:
        """Remove the files of this run."""
        for name in self.written:
            private_storage().delete(name)
        self.written.clear()
