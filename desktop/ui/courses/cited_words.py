"""What a text of the course cites, in words."""

from __future__ import annotations

from collections.abc import Mapping

from desktop.core.evidence import Source
from desktop.core.references import full_reference, with_locator
from desktop.core.text import Cite, citations
from desktop.markup import parse


def cited_words(markdown: str, sources: Mapping[str, Source]) -> str:
    """Return what the numbers of a text's citations stand for, a line each; "" without any."""
    cited = citations(parse(markdown))
    return "\n".join(
        f"{number}  {reference(cite, sources)}" for number, cite in enumerate(cited, 1)
    )


def reference(cite: Cite, sources: Mapping[str, Source]) -> str:
    """Return what a citation stands for, in full."""
    source = sources.get(cite.key)
    return with_locator(full_reference(source) if source else cite.key, cite.locator)
