"""A colleague's copy merged into the open case: what comes in, what clashes, and what is chosen."""
