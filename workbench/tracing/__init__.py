"""Who copied whom, where words began, and how many origins are really independent.

`provenance.trace` reads a case, `trails.Trails` follows words through what it found.
"""
