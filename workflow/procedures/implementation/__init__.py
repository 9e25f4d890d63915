"""Carrying a decision out, and a review of it afterwards."""
