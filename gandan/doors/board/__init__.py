"""Board: one screen for the head of a unit. What is late and why, and what stands behind every rate."""
