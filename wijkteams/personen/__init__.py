"""What is kept about one person: look it up, hand it over, erase it; and who did so."""
