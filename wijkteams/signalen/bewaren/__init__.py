"""What of signals is kept how long, and what is given to or erased for one person."""
