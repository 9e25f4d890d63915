"""Asking for a decision to be called in, and ruling on what was asked."""
