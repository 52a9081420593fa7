"""The history in place of the story: what was done when by whom, and the case as it was then."""
