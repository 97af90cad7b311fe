"""Desk: where officers work. The queue is its home page."""
