"""The map of signals: with script a real one, on outlines of our own."""
