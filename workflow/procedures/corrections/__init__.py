"""Putting right: corrections, void publications, superseded decisions, irregularities."""
