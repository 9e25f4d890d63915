"""Drafting a decision, and signing its written statement."""
