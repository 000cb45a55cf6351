"""What all may see of signals: the list and map, and the page of one."""
