"""Notices published before a decision, or with its reasons after it."""
