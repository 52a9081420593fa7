"""What comes in: many files at once, texts in other encodings, annotations, remarks of others."""
