"""Asking: a resident writes an idea, one question a screen, without an account (I1, I3, I4)."""
