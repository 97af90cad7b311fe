"""Reading tables of figures: what is a heading, a label, an amount, a share; which rows and columns are totals."""
