"""After a signal was solved: we ask once whether that is really so (requirement G9)."""
