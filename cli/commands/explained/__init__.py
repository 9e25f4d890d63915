"""How an explanation is set out: as text, and as JSON."""
