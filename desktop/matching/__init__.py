"""Ranking the library for a Question or for typed words, with reasons in plain words."""

from desktop.matching.suggesting import Index, search, suggest

__all__ = ["Index", "search", "suggest"]
