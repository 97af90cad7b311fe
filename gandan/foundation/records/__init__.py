"""Records: the folder of a matter, its append-only journal, its files and its numbers."""
