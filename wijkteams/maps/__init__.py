"""Maps and outlines: drawn from boundaries in the background, read by pages as stored addresses."""
