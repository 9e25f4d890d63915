"""What needs a person at a council today, or ends soon: a family of matters to a file."""
