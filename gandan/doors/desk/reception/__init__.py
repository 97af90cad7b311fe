"""Visits at the counter, sessions of the heads, the register of visits."""
