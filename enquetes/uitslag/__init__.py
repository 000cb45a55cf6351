"""What came out of a survey: counting, what may be seen of it, and how it is shown."""
