"""Severing a statement of several decisions, so that each has a life of its own."""
