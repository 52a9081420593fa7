"""The review of a draft: what stands between it and the signature, one section above the other."""
