"""Databases of earlier releases, and the proof that they come along (R-38)."""
