"""Spelling while somebody writes: what is underlined, and what can be done about it."""
