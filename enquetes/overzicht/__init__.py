"""What residents see of surveys: their pages, lists, the front pages, and a poll on any page."""
