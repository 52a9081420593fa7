"""Claims checked before: kept up to date in the background, and looked up for the current claim."""
