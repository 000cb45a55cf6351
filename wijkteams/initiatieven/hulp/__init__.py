"""Help wanted and offered, with times for what comes back (I7)."""
