"""The panes around the story: claims, evidence, documents, and a source beside it."""
