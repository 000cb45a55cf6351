"""Lists that leave the site."""
