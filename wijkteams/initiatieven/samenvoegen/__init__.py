"""Two that are the same become one, and can be parted again (I5)."""
