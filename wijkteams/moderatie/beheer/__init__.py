"""Where volunteers handle what was reported, in the CMS."""
