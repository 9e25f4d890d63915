"""Putting a decision before the public, and the period or the effect that follows."""
