"""Showing a first draft before it is put in."""
