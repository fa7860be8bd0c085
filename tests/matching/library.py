"""Small plain Snippets for tests of matching."""

from __future__ import annotations

from contextlib import AbstractContextManager
from dataclasses import replace

from desktop.core.consultation import Question
from desktop.core.evidence import Snippet, SnippetKind, Source
from desktop.store import search_index
from desktop.store.search_index import SearchIndex

FERNBROOK = Source("fernbrook", "Fernbrook survey", author="Fernbrook Trust", date="2010-05")


def snippet(
    key: str,
    text: str = "",
    *,
    claim: str = "",
    source: str = FERNBROOK.key,
    kind: SnippetKind = SnippetKind.ARGUMENT,
    tags: tuple[str, ...] = (),
    questions: tuple[str, ...] = (),
) -> Snippet:
    return Snippet(key, source, claim, text, kind, "p. 1", tags=tags, questions=questions)


def many(count: int) -> list[Snippet]:
    """Return Snippets that say nothing, so that a library is not a small one."""
    return [snippet(f"other-{n}", f"nothing of note number{n} here") for n in range(count)]


def library(
    *snippets: Snippet, sources: tuple[Source, ...] = (FERNBROOK,)
) -> AbstractContextManager[SearchIndex]:
    return search_index.in_memory(snippets, sources)


def question(text: str, heading: str = "") -> Question:
    return Question("1", text, heading)


def renamed(source: Source, title: str) -> Source:
    return replace(source, title=title)
