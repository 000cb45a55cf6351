"""The volunteers' handbook (docs/redactie), to read inside the CMS."""
