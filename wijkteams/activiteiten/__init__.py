"""What is on in a ward."""
