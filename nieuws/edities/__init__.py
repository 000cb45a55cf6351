"""Sending newsletters, for the team: to whom, when, how far it is, and what came of it."""
