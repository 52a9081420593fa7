"""The desktop window (PySide6 Widgets) and the command line."""
