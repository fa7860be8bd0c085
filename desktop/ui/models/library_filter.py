"""What of the library is wanted, and the rows that answer it: pure functions for any thread."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, timedelta

from desktop.core.evidence import SnippetKind
from desktop.ui.models.library_rows import PASSAGE, SOURCE, LibraryRow

DUE, SOON, LATER, NEVER = "due", "soon", "later", "never"
REVIEWS = {
    DUE: "To be checked now",
    SOON: "Within three months",
    LATER: "Later than that",
    NEVER: "No day set",
}
_SOON = timedelta(days=92)
_NOT_SNIPPETS = frozenset({SOURCE, PASSAGE})


@dataclass(frozen=True, slots=True)
class LibraryFilter:
    """What to show; None = all. ``bin`` shows what is put away and nothing else."""

    kinds: frozenset[str] | None = None
    sources: frozenset[str] | None = None
    tags: frozenset[str] | None = None
    origins: frozenset[str] | None = None
    owners: frozenset[str] | None = None
    consultations: frozenset[str] | None = None
    years: frozenset[str] | None = None
    reviews: frozenset[str] | None = None
    bin: bool = False
    text: str = ""
    today: date = date.max

    def snippet_kinds(self) -> frozenset[SnippetKind] | None:
        """Return the kinds as the search takes them."""
        if self.kinds is None:
            return None
        return frozenset(SnippetKind(kind) for kind in self.kinds - _NOT_SNIPPETS)

    def passages(self) -> bool:
        """Tell whether Passages may be among what is found."""
        return self.kinds is None or PASSAGE in self.kinds


def narrowed(
    rows: Iterable[LibraryRow],
    wanted: LibraryFilter,
    ranked: Sequence[str] = (),
    found: Mapping[str, LibraryRow] | None = None,
) -> tuple[LibraryRow, ...]:
    """Return the rows that a filter lets through.

    With a text, what the search has ``ranked`` (ids, best first; ``found`` has the rows of the
    Passages among it) comes first, then whatever holds all words of the text as they stand.
    """
    asked = _asked(wanted)
    passing = [row for row in rows if _passes(row, wanted.bin, asked)]
    words = wanted.text.casefold().split()
    if not words:
        return tuple(passing)
    known = {row.id: row for row in passing}
    passages = {name: row for name, row in (found or {}).items() if _passes(row, wanted.bin, asked)}
    known |= passages
    best = [known[name] for name in ranked if name in known]
    first = {row.id for row in best}
    rest = [row for row in passing if row.id not in first and _holds(row, words)]
    return (*best, *rest)


_Asked = list[tuple[frozenset[str], Callable[[LibraryRow], Iterable[str]]]]


def _asked(wanted: LibraryFilter) -> _Asked:
    """Return what is asked of a row, each with how to find out; what is not asked costs nothing."""
    today = wanted.today
    every: tuple[tuple[frozenset[str] | None, Callable[[LibraryRow], Iterable[str]]], ...] = (
        (wanted.kinds, lambda row: (row.kind,)),
        (wanted.sources, lambda row: (row.source.key,)),
        (wanted.origins, lambda row: (row.origin.value,)),
        (wanted.tags, lambda row: row.tags),
        (wanted.owners, lambda row: (row.owner,)),
        (wanted.consultations, lambda row: (row.consultation,)),
        (wanted.years, lambda row: (row.year,)),
        (wanted.reviews, lambda row: (review_standing(row, today),)),
    )
    return [(chosen, values) for chosen, values in every if chosen is not None]


def _passes(row: LibraryRow, in_bin: bool, asked: _Asked) -> bool:
    return row.put_away is in_bin and all(
        not chosen.isdisjoint(values(row)) for chosen, values in asked
    )


def review_standing(row: LibraryRow, today: date) -> str:
    """Return how soon a Snippet must be looked at; "" for what is never looked at."""
    if row.snippet is None:
        return ""
    if row.review_by is None:
        return NEVER
    if row.review_by <= today:
        return DUE
    return SOON if row.review_by - _SOON <= today else LATER


def _holds(row: LibraryRow, words: list[str]) -> bool:
    source = row.source
    texts = [source.title, source.author, source.body, source.reference, row.consultation]
    if row.snippet is not None:
        snippet = row.snippet
        texts += [snippet.claim, snippet.text, snippet.locator, snippet.speaker, snippet.owner]
        texts += snippet.tags
    elif row.passage is not None:
        texts += [row.passage.text, row.passage.locator]
    else:
        texts += [source.note, source.address, source.short]
    whole = "\n".join(texts).casefold()
    return all(word in whole for word in words)
