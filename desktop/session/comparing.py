"""Snippets beside one another: those that say nearly the same, and figures that disagree."""

from __future__ import annotations

from collections.abc import Iterable

from desktop.core.evidence import Snippet
from desktop.core.library import FigureConflict
from desktop.store.imports.likeness import keys, same


def duplicates(snippets: Iterable[Snippet]) -> list[tuple[Snippet, ...]]:
    """Return the groups of Snippets that say nearly the same, in the order they were given in."""
    met: dict[int, list[list[Snippet]]] = {}
    groups: list[list[Snippet]] = []
    for snippet in snippets:
        its_keys = keys(snippet.text)
        near = [group for key in its_keys for group in met.get(key, ())]
        group = next((group for group in near if same(snippet.text, group[0].text)), None)
        if group is None:
            group = []
            groups.append(group)
        group.append(snippet)
        for key in its_keys:
            if group not in met.setdefault(key, []):
                met[key].append(group)
    return [tuple(group) for group in groups if len(group) > 1]


def conflicts(snippets: Iterable[Snippet]) -> list[FigureConflict]:
    """Return the pairs of Snippets that give different figures for the same thing."""
    from desktop.core.figures import disagreements

    return [FigureConflict(one, other, about) for one, other, about in disagreements(snippets)]
