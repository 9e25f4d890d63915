"""The commands that take in what a council has already."""
