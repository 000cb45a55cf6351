"""Does the DNS tell others that our mail is ours (requirement N14)? For who runs the site."""
