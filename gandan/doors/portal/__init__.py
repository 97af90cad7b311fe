"""The citizens' door: send, follow, read, ask how long it takes. No account is needed."""
