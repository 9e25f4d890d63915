"""What the engine does for those who call it: one transaction for each use."""
