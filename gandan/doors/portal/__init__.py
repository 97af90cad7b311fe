"""Portal: where citizens send, follow, read and reckon. No account is needed."""
