"""What the public is shown of a register: what may be published, and nothing else of its record."""
