"""What the team does with signals, in the CMS."""
