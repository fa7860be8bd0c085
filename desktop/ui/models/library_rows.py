"""The library as rows of a table: what each says in which column. Pure functions for any thread."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date

from desktop.core import library
from desktop.core.evidence import Origin, Passage, Snippet, Source
from desktop.core.imports import ImportedDocument
from desktop.core.moments import printed_day
from desktop.core.references import card_reference
from desktop.ui.models.words import ORIGINS, SNIPPET_KINDS, SOURCE_KINDS, counted

SOURCE, PASSAGE = "source", "passage"
KINDS = {
    SOURCE: "Source",
    **{kind.value: words for kind, words in SNIPPET_KINDS.items()},
    PASSAGE: "Passage",
}


@dataclass(frozen=True, slots=True)
class LibraryRow:
    """A Snippet with its Source, a Passage with its Source, or a Source by itself.

    ``passages`` counts the Passages of a Source by itself, ``document`` is the import that the text
    of the Source comes from ("" if it was not brought in), and ``binned`` says that this import
    lies in the bin. ``with_source`` says that a Snippet or Passage was retired with its Source.
    """

    source: Source
    snippet: Snippet | None = None
    retired: bool = False
    passage: Passage | None = None
    consultation: str = ""
    year: str = ""
    passages: int = 0
    document: str = ""
    binned: bool = False
    with_source: bool = False

    @property
    def id(self) -> str:
        """What names the row: the id of the Snippet, Passage or binned import, the Source's key."""
        if self.binned:
            return self.document
        piece = self.snippet or self.passage
        return piece.id if piece else self.source.key

    @property
    def kind(self) -> str:
        """The kind as filters know it."""
        if self.passage is not None:
            return PASSAGE
        return self.snippet.kind.value if self.snippet else SOURCE

    @property
    def origin(self) -> Origin:
        """Whose it is."""
        return self.snippet.origin if self.snippet else self.source.origin

    @property
    def title(self) -> str:
        """What the row says first: the claim, or the Source's title."""
        if self.passage is not None:
            return self.passage.claim
        return self.snippet.claim if self.snippet else self.source.title

    @property
    def text(self) -> str:
        """The whole of what it says."""
        piece = self.snippet or self.passage
        return piece.text if piece else self.source.note

    @property
    def locator(self) -> str:
        """Where in its Source it stands."""
        piece = self.snippet or self.passage
        return piece.locator if piece else ""

    @property
    def tags(self) -> tuple[str, ...]:
        """The words to find it by."""
        return self.snippet.tags if self.snippet else ()

    @property
    def owner(self) -> str:
        """Who looks after it."""
        return self.snippet.owner if self.snippet else ""

    @property
    def review_by(self) -> date | None:
        """The day by which somebody should look whether it still holds."""
        return self.snippet.review_by if self.snippet else None

    @property
    def put_away(self) -> bool:
        """Whether it lies in the bin."""
        return self.retired or self.binned or self.with_source


def rows_of(rows: Sequence[library.LibraryRow]) -> tuple[LibraryRow, ...]:
    """Return every row of the library as the table shows it."""
    documents = {row.source.key: row.document for row in rows if row.document}
    away = {row.source.key for row in rows if row.retired and row.snippet is None}
    return tuple(
        LibraryRow(
            row.source,
            row.snippet,
            row.retired,
            None,
            row.consultation,
            row.year,
            0 if row.snippet else row.passages,
            documents.get(row.source.key, ""),
            with_source=row.snippet is not None and row.source.key in away,
        )
        for row in rows
    )


def passage_row(passage: Passage, of: LibraryRow) -> LibraryRow:
    """Return the row of a Passage, below the row of its Source."""
    return LibraryRow(
        of.source,
        passage=passage,
        consultation=of.consultation,
        year=of.year,
        document=passage.document,
        with_source=of.retired,
    )


def binned_row(document: ImportedDocument) -> LibraryRow:
    """Return the row of an import that lies in the bin."""
    source = Source(
        document.source,
        document.title or document.name,
        document.author,
        date=document.date,
        kind=document.kind,
        origin=Origin.OWN,
    )
    return LibraryRow(source, year=document.date[:4], document=document.id, binned=True)


def kind_cell(row: LibraryRow) -> str:
    """Return kind and standing: "Statistic, yours", "Source", "Quotation, retired"."""
    words = [KINDS[row.kind]]
    if row.origin is Origin.OWN and row.passage is None:
        words.append("yours")
    if row.retired or row.with_source:
        words.append("retired")
    elif row.binned:
        words.append("in the bin")
    return ", ".join(words)


def source_cell(row: LibraryRow) -> str:
    """Return where a Snippet comes from, or what sort of document a Source is."""
    if row.snippet is None and row.passage is None:
        kind = SOURCE_KINDS[row.source.kind]
        return f"{kind}, {counted(row.passages, 'passage')}" if row.passages else kind
    return row.source.short or card_reference(row.source)


def title_cell(row: LibraryRow) -> str:
    """Return what a row says; a Passage that stands for others says how many."""
    likes = row.passage.likes if row.passage else 0
    return f"{row.title} (and {likes} more like it)" if likes else row.title


def review_cell(row: LibraryRow) -> str:
    """Return the day to check a Snippet by."""
    return printed_day(row.review_by.isoformat()) if row.review_by else ""


@dataclass(frozen=True, slots=True)
class Choices:
    """What the filters can offer, as (value, words), and how many rows are put away."""

    sources: list[tuple[str, str]]
    tags: list[tuple[str, str]]
    owners: list[tuple[str, str]]
    consultations: list[tuple[str, str]]
    years: list[tuple[str, str]]
    away: int


def choices(rows: Sequence[LibraryRow]) -> Choices:
    """Return what can be chosen among these rows."""
    return Choices(
        source_options(rows),
        tag_options(rows),
        word_options(row.owner for row in rows),
        word_options(row.consultation for row in rows),
        word_options((row.year for row in rows), newest_first=True),
        sum(row.put_away for row in rows),
    )


def tag_options(rows: Iterable[LibraryRow], most: int = 60) -> list[tuple[str, str]]:
    """Return the tags used most, and the most used of one's own, by name.

    A longer menu helps nobody, and search finds the rest.
    """
    every: Counter[str] = Counter()
    own: Counter[str] = Counter()
    for row in rows:
        every.update(row.tags)
        if row.origin is Origin.OWN:
            own.update(row.tags)
    chosen = {tag for tally in (every, own) for tag, _ in tally.most_common(most)}
    return [(tag, tag) for tag in sorted(chosen)]


def source_options(rows: Iterable[LibraryRow]) -> list[tuple[str, str]]:
    """Return the Sources in their order."""
    sources = {row.source.key: row.source for row in rows}
    return [(key, source.short or source.title) for key, source in sources.items()]


def word_options(words: Iterable[str], *, newest_first: bool = False) -> list[tuple[str, str]]:
    """Return the different words there are, in order."""
    return [(word, word) for word in sorted({w for w in words if w}, reverse=newest_first)]


def origin_options() -> list[tuple[str, str]]:
    """Return whose things may be."""
    return [(origin.value, words) for origin, words in ORIGINS.items()]


def is_due(snippet: Snippet, today: date) -> bool:
    """Tell whether the day by which somebody should check a Snippet has come."""
    return snippet.review_by is not None and snippet.review_by <= today
