"""A newsletter's contents: its blocks, how it is gathered, and how it looks on page and mail."""
