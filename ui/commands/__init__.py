"""What the commands of the one table do. Each object is named in the table's handlers."""
