"""What a council's own rules say, held as dated data with their sources."""
