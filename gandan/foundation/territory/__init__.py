"""Where: the units of the country and the offices that serve them, each with its days of validity."""
