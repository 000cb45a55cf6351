"""Support and following, without an account, and lists on paper (I6, I8)."""
