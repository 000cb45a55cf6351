"""Passing signals on to the system of a partner that speaks Open311 (requirements G8, O2)."""
