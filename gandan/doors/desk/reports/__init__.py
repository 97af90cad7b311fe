"""Statistical forms, the drill-down of every figure, downloads."""
