"""Published fact-checks read in: schema.org's ClaimReview, in files, feeds and web pages."""

from workbench.checked.reviews.files import Found, read_reviews

__all__ = ["Found", "read_reviews"]
