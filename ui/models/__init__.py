"""What lists and tables show, bound to no particular window."""
