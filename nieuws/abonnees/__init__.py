"""Who is on which list, for the team: screens, adding, bringing lists in, taking them out."""
