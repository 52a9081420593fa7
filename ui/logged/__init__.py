"""Back-up that is no text, in the window: its log, its picture, its file."""
