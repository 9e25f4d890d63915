"""Trying the templates that a council has made for itself."""
