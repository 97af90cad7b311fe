"""What people and government do together."""
