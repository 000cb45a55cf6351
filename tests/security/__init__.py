"""What every answer of the site must have, whatever was asked."""
