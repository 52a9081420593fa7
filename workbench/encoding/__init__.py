"""Neural encoders: words into pieces, sentences into vectors. Import from the modules; none loads a model."""
