"""How the window looks: colours with a meaning, fonts, icons, and the one `Look` that applies them."""
