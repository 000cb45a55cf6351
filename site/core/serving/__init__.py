"""Starting the site: what must be ready first, and the processes that serve it."""
