"""Bringing files in while the person goes on working: the queue and what feeds it."""
