"""Sentences, and what each does in an argument."""
