"""What many signals together say: a page of its own, and what came of it."""
