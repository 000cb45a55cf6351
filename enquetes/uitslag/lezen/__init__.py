"""Reading what people wrote, one by one: nothing is shown that nobody read (requirement S7)."""
