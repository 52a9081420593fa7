"""Search over everything in the case: a page in place of the story, asked of the worker."""
