"""What all may see: the page, the lists, the map, files for programs (I2, H1)."""
