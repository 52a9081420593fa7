"""The register of sources in the window: the card of one source, its contacts, and real names kept apart."""
