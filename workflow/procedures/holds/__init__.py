"""Holding a decision, releasing it, and giving it up."""
