"""Evidence for and against a claim: found in other documents, judged, and explained.

Import from the modules: `differences`, for the cards, does without the judging and its word lists.
"""
