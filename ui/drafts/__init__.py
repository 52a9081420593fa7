"""New drafts of the story: taking one in, saying where passages belong in it, two drafts side by side."""
