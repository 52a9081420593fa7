"""The window's dialogs. All are opened, never executed: each tells its answer through a signal."""
