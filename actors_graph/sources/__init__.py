"""Readers of each file format into Arrow tables."""
