"""The library in the window: work on it in the background, its list, and what it has for a claim."""
