"""Indicators: figures as sums of day cells, kept fresh from the journal, each open to its rows."""
