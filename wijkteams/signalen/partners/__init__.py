"""Passing a signal on to a partner, who answers from one link, and checking that answer (G8)."""
