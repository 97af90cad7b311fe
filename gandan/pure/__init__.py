"""Plain Python: no Django, no database, tested in milliseconds."""
