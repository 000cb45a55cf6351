"""Screens of the CMS: codes on paper, the panel, and how long answers are kept."""
