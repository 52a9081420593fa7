"""Writing summaries to files. Only `pdf` needs Qt, and runs in a process of its own."""
