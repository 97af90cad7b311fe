"""Where, who, memory, time: what every matter stands on."""
