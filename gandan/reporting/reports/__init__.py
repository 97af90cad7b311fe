"""Reports: forms as dated data, filled by the records and judged by their rules."""
