"""How large an upload may be, before and after it is unpacked."""

from __future__ import annotations

# Pictures: over all frames, so that a film of small pictures is no way around.
MAX_PIXELS = 25_000_000
# Kinds that a decoder holds in several copies at once: with these, each stays under 150 MB.
MAX_PIXELS_HEAVY = 12_000_000
MAX_PIXELS_WEBP = 9_000_000
LARGE = 15_000_000
MAX_SIDE = 12_000
# Chunks, segments and blocks of a file; each costs time before the first pixel is seen.
MAX_PARTS = 100_000
# Passes over a progressive JPEG; cameras make one, the web's programs about ten.
MAX_SCANS = 100
# What is kept: enough for a screen and a page of paper.
STORED_SIDE = 2560
JPEG_QUALITY = 88

# Documents that are a zip inside (docx, odt, xlsx, …) and zips themselves.
ZIP_MAX_ENTRIES = 2_000
ZIP_MAX_TOTAL = 200 * 1024 * 1024
ZIP_MAX_RATIO = 200
"Unpacked against packed; text packs about 10 to 1, a bomb 1,000 to 1."
