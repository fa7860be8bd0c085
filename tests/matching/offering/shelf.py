"""A small library of plain pieces: an index, and the shelf that they are fetched from."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass, replace

from desktop.core.evidence import Origin, Passage, Snippet, SnippetKind, Source, SourceKind
from desktop.core.search import Entry, Found
from desktop.matching.index import Index, build

FERNBROOK = Source("fernbrook", "Fernbrook survey", author="Fernbrook Trust", date="2010-05")
THORNLEY = Source("thornley", "Thornley report", author="Thornley Youth", date="2010-05")
OURS = Source("ours", "Our answer", kind=SourceKind.PAST_RESPONSE, date="2019-03-07")
SOURCES = {source.key: source for source in (FERNBROOK, THORNLEY, OURS)}


def snippet(
    key: str,
    text: str = "",
    *,
    claim: str = "",
    source: Source = FERNBROOK,
    kind: SnippetKind = SnippetKind.ARGUMENT,
    tags: tuple[str, ...] = (),
    questions: tuple[str, ...] = (),
    own: bool = False,
) -> Snippet:
    made = Snippet(key, source.key, claim, text, kind, "p. 1", tags=tags, questions=questions)
    return replace(made, origin=Origin.OWN) if own else made


def passage(
    key: str,
    text: str,
    *,
    source: Source = OURS,
    question: str = "",
    ref: str = "",
    number: str = "",
) -> Passage:
    return Passage(
        key, source.key, "doc", 0, text, "page 1", number=number, question=question, ref=ref
    )


def many(count: int) -> list[Snippet]:
    """Return Snippets that say nothing, so that a library is not a small one."""
    return [snippet(f"other-{n}", f"nothing of note number{n} here") for n in range(count)]


@dataclass(frozen=True)
class Library:
    """An index and the pieces in it."""

    index: Index
    found: Mapping[str, Found]

    def pieces(self, ids: Collection[str]) -> Mapping[str, Found]:
        return {key: self.found[key] for key in ids if key in self.found}


def library(*pieces: Snippet | Passage, alike: Iterable[str] = ()) -> Library:
    """Return a library of these pieces; the passages whose ids are ``alike`` say the same."""
    index = build(_entry(piece, "group" if piece.id in set(alike) else "") for piece in pieces)
    return Library(index, {piece.id: Found(piece, SOURCES[piece.source]) for piece in pieces})


def found_by_id(entries: Iterable[Entry]) -> dict[str, Found]:
    """Return a Snippet for each entry, for those who look at nothing but its words."""
    made = (
        Snippet(item.id, item.source, item.claim, item.text, SnippetKind(item.kind), item.place)
        for item in entries
    )
    return {piece.id: Found(piece, Source(piece.source, piece.source)) for piece in made}


def _entry(piece: Snippet | Passage, likeness: str) -> Entry:
    source = SOURCES[piece.source]
    about = f"{source.title} {source.author}"
    if isinstance(piece, Passage):
        return Entry(
            piece.id,
            piece.source,
            "passage",
            text=piece.text,
            asked=piece.question,
            place=piece.locator,
            about=about,
            questions=piece.questions,
            document=piece.document,
            position=piece.position,
            likeness=likeness,
            own=True,
            date=source.date,
        )
    return Entry(
        piece.id,
        piece.source,
        piece.kind.value,
        claim=piece.claim,
        text=piece.text,
        tags=", ".join(piece.tags),
        place=piece.locator,
        about=about,
        questions=piece.questions,
        own=piece.origin is Origin.OWN,
        date=source.date,
    )
