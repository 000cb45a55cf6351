"""Who comes, for the team: lists, typing people in, messages, and how it was."""
