"""Running legal clocks: start, pause, extend, stop, and why; the working-day table."""
