"""Opening a ward: the form in the CMS, and the service that the command shares with it."""
