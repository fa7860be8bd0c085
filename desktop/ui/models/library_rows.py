"""The library as rows, narrowed down and put in order: pure functions for any thread."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date

from desktop.core.evidence import Origin, Snippet, SnippetKind, Source
from desktop.core.references import card_reference
from desktop.store.library import Library
from desktop.ui.models.words import ORIGINS, SNIPPET_KINDS, SOURCE_KINDS

SOURCE = "source"
KINDS = {SOURCE: "Source", **{kind.value: words for kind, words in SNIPPET_KINDS.items()}}


@dataclass(frozen=True, slots=True)
class LibraryRow:
    """A Snippet with its Source, or (``snippet`` is None) a Source by itself."""

    source: Source
    snippet: Snippet | None = None
    retired: bool = False

    @property
    def id(self) -> str:
        """What names the row, also in a Place: the Snippet's id or the Source's key."""
        return self.snippet.id if self.snippet else self.source.key

    @property
    def kind(self) -> str:
        """The kind as filters know it."""
        return self.snippet.kind.value if self.snippet else SOURCE

    @property
    def origin(self) -> Origin:
        """Whose it is."""
        return self.snippet.origin if self.snippet else self.source.origin

    @property
    def title(self) -> str:
        """What the row says first: the claim, or the Source's title."""
        return self.snippet.claim if self.snippet else self.source.title


@dataclass(frozen=True, slots=True)
class LibraryFilter:
    """What to show; None = all."""

    kinds: frozenset[str] | None = None
    sources: frozenset[str] | None = None
    tags: frozenset[str] | None = None
    origins: frozenset[str] | None = None
    retired: bool = False
    text: str = ""

    def snippet_kinds(self) -> frozenset[SnippetKind] | None:
        """Return the kinds as the search takes them."""
        if self.kinds is None:
            return None
        return frozenset(SnippetKind(kind) for kind in self.kinds if kind != SOURCE)


def rows_of(library: Library) -> tuple[LibraryRow, ...]:
    """Return every row: each Source, then its Snippets in use, then its retired ones."""
    mine: dict[str, list[LibraryRow]] = {key: [] for key in library.sources}
    for snippets, retired in ((library.snippets, False), (library.retired, True)):
        for snippet in snippets:
            source = library.sources.get(snippet.source) or Source(snippet.source, snippet.source)
            mine.setdefault(snippet.source, []).append(LibraryRow(source, snippet, retired))
    rows: list[LibraryRow] = []
    for key, snippets in mine.items():
        if key in library.sources:
            rows.append(LibraryRow(library.sources[key]))
        rows.extend(snippets)
    return tuple(rows)


def narrowed(
    rows: Iterable[LibraryRow], wanted: LibraryFilter, ranked: Sequence[str] = ()
) -> tuple[LibraryRow, ...]:
    """Return the rows that a filter lets through.

    With a text, the Snippets that the search has ``ranked`` (ids, best first) come first, then
    whatever holds all words of the text as they stand.
    """
    passing = [row for row in rows if _passes(row, wanted)]
    words = wanted.text.casefold().split()
    if not words:
        return tuple(passing)
    place = {name: number for number, name in enumerate(ranked)}
    best = sorted((row for row in passing if row.id in place), key=lambda row: place[row.id])
    rest = [row for row in passing if row.id not in place and _holds(row, words)]
    return (*best, *rest)


def _passes(row: LibraryRow, wanted: LibraryFilter) -> bool:
    if row.retired and not wanted.retired:
        return False
    if wanted.kinds is not None and row.kind not in wanted.kinds:
        return False
    if wanted.sources is not None and row.source.key not in wanted.sources:
        return False
    if wanted.origins is not None and row.origin.value not in wanted.origins:
        return False
    tags = row.snippet.tags if row.snippet else ()
    return wanted.tags is None or not wanted.tags.isdisjoint(tags)


def _holds(row: LibraryRow, words: list[str]) -> bool:
    source, snippet = row.source, row.snippet
    texts = [source.title, source.author, source.body, source.reference]
    if snippet is not None:
        texts += [snippet.claim, snippet.text, snippet.locator, snippet.speaker, snippet.owner]
        texts += snippet.tags
    else:
        texts += [source.note, source.address, source.short]
    whole = "\n".join(texts).casefold()
    return all(word in whole for word in words)


def kind_cell(row: LibraryRow) -> str:
    """Return kind and standing: "Statistic, yours", "Source", "Quotation, retired"."""
    words = [KINDS[row.kind]]
    if row.origin is Origin.OWN:
        words.append("yours")
    if row.retired:
        words.append("retired")
    return ", ".join(words)


def source_cell(row: LibraryRow) -> str:
    """Return where a Snippet comes from, or what sort of document a Source is."""
    if row.snippet is None:
        return SOURCE_KINDS[row.source.kind]
    return row.source.short or card_reference(row.source)


def tag_options(rows: Iterable[LibraryRow], most: int = 60) -> list[tuple[str, str]]:
    """Return the tags used most, by name: a longer menu helps nobody, and search finds the rest."""
    tally = Counter(tag for row in rows if row.snippet for tag in row.snippet.tags)
    return [(tag, tag) for tag in sorted(tag for tag, _ in tally.most_common(most))]


def source_options(library: Library) -> list[tuple[str, str]]:
    """Return the Sources by title."""
    return [(key, source.short or source.title) for key, source in library.sources.items()]


def origin_options() -> list[tuple[str, str]]:
    """Return whose things may be."""
    return [(origin.value, words) for origin, words in ORIGINS.items()]


def is_due(snippet: Snippet, today: date) -> bool:
    """Tell whether the day by which somebody should have checked a Snippet has passed."""
    return snippet.review_by is not None and snippet.review_by < today
