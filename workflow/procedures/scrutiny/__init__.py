"""A decision before scrutiny, or before full council, and what each may do with it."""
