"""How a survey is written in the CMS: its panels, its form, and what that checks."""
