"""Claims checked before: remembered across cases, read in from published fact-checks, found again.

Import from the modules; none loads a model.
"""
