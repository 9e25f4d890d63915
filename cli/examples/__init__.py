"""Worked examples: a life written down as a lawyer would, run against the engine, told as prose."""
