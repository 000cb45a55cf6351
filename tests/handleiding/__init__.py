"""Makes the pictures of the handbook (docs/redactie) from the demo city: make handleiding."""
