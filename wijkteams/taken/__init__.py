"""What the workers could not do, for whoever runs the site: look, and try again."""
