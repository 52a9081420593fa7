"""Who copied whom, and how many origins are really independent."""
