"""Besides what this language knows: days as the CMS writes them."""

from django.conf.locale.uk import formats as known  # type: ignore[import-untyped]

from core.formats.moments import DAYS, MOMENTS

DATE_INPUT_FORMATS = [*DAYS, *known.DATE_INPUT_FORMATS]
DATETIME_INPUT_FORMATS = [*MOMENTS, *known.DATETIME_INPUT_FORMATS]
