"""Snippets beside one another: those that say nearly the same, and figures that disagree."""

from __future__ import annotations

from collections.abc import Iterable

from desktop.core import figures, near
from desktop.core.evidence import Snippet
from desktop.core.library import FigureConflict


def duplicates(snippets: Iterable[Snippet]) -> list[tuple[Snippet, ...]]:
    """Return the groups of Snippets that say nearly the same, in the order they were given in.

    One with another figure is among them: it may be the newer state of the other.
    """
    known = {snippet.id: snippet for snippet in snippets}
    found = near.groups((key, near.signature(item.text)) for key, item in known.items())
    return [tuple(known[key] for key in group) for group in found]


def conflicts(snippets: Iterable[Snippet]) -> list[FigureConflict]:
    """Return the pairs of Snippets that give different figures for the same thing."""
    known = {snippet.id: snippet for snippet in snippets}
    found = figures.conflicts((key, f"{item.claim}\n{item.text}") for key, item in known.items())
    return [
        FigureConflict(known[item.first], known[item.second], ", ".join(item.about))
        for item in found
    ]
