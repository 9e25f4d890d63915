"""What a council's own constitution says: dated provisions, each with its source."""
