"""Cases: what people ask of their government, from the first word to the closed file."""
