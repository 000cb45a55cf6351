"""Addresses that programs read: is the site well, what may be crawled, whom to tell of a leak."""
