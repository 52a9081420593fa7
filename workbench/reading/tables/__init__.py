"""Word lists and patterns that reading goes by, kept as plain text files."""
