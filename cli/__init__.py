"""The terminal: who asks."""
