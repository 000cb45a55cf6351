"""What the team does: the queue of ideas, the answer, steps, partners, what waits (I2, I3)."""
