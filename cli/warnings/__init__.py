"""What is warned of beside an answer."""
