"""Settings and wiring, read once at start."""
