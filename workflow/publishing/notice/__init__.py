"""The notice of one decision: its facts, its parts, and its forms."""
