"""Gần Dân: what a Vietnamese local government owes its people's voice, and the figures it may state about it."""

__version__ = "0.1.0"
