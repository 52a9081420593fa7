"""The recipe of the cross-encoder that tells supports, contradicts and context apart (`resources/models`)."""
