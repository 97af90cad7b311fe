"""The operators' door: the `gandan` command."""
