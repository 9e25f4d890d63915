"""The commands that import what a council has already."""
