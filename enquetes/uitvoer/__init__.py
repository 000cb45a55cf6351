"""Answers and figures as files: for the team with a code book, for everybody what is published."""
