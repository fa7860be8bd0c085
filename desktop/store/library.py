"""The whole library at once, for the page that keeps it in order."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from desktop.core.evidence import Snippet, Source
from desktop.store import evidence_reading
from desktop.store.connection import Connection


@dataclass(frozen=True, slots=True)
class Library:
    """Every Source by key; the Snippets in use and the retired ones, in the order of Sources."""

    sources: Mapping[str, Source]
    snippets: tuple[Snippet, ...] = ()
    retired: tuple[Snippet, ...] = ()


def read_library(db: Connection) -> Library:
    """Return the library as it is now."""
    return Library(
        evidence_reading.sources(db),
        tuple(evidence_reading.snippets(db)),
        tuple(evidence_reading.snippets(db, retired=True)),
    )
