"""Pages of the web, fetched when the editor asks for one and never else."""
