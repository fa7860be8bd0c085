"""Which Sources a draft cites."""

from __future__ import annotations

from desktop.core.response import Draft
from desktop.core.text import citations
from desktop.markup.reading import parse


def cited_sources(draft: Draft) -> frozenset[str]:
    """Return the keys of the Sources that any answer of a draft cites, skipped answers included."""
    return frozenset(
        cite.key for answer in draft.answers.values() for cite in citations(parse(answer.body))
    )
