"""The case file: one case is one SQLite file. The only package that speaks SQL."""
