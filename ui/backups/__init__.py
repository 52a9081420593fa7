"""What keeps a case from being lost: backups, earlier states, and where what was done stands."""
