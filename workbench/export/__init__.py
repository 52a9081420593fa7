"""Writing summaries out: one file per format, all from one `Report`."""
