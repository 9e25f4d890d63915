"""A decision in words: its dates, where it stands, what was done about it, who holds office."""
