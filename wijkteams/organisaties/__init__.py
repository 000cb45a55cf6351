"""Who the wards work with: the screens of the team, and their own entry by a link (W6)."""
