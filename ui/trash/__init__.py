"""What was removed or set aside, in a window of its own, to be brought back."""
