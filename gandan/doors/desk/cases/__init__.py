"""Intake, the page of one case, its moves."""
