"""What a finished Response cites of one's own, as the data pack of a Course."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field, replace
from datetime import date

from desktop.core.consent import Consent, Use
from desktop.core.consultation import question_ref
from desktop.core.course import Paper
from desktop.core.course_places import place_blocks
from desktop.core.evidence import Origin, Snippet, Source
from desktop.core.response import Draft
from desktop.core.text import (
    Block,
    Blocks,
    Cite,
    Line,
    ListBlock,
    Paragraph,
    Quote,
    Subheading,
    Table,
    Text,
    citations,
    is_link,
    normalise,
)
from desktop.markup import parse, write
from desktop.store import evidence_reading
from desktop.store.connection import Connection
from desktop.store.consent_rows import consents
from desktop.store.imports import reading as imports

_Place = tuple[str, str]  # the key of a source, and where in it


@dataclass(frozen=True, slots=True)
class Pack:
    """Papers and snippets; ``anew`` says where in its paper stands what was cited elsewhere."""

    papers: tuple[Paper, ...] = ()
    snippets: tuple[Snippet, ...] = ()
    anew: Mapping[_Place, str] = field(default_factory=dict[_Place, str])

    def cited_anew(self, markdown: str) -> str:
        """Return a text with its citations pointing at the places of the papers."""
        blocks = parse(markdown)
        moved = any((cite.key, cite.locator) in self.anew for cite in citations(blocks))
        return write(tuple(map(self._block, blocks))) if moved else markdown

    def _block(self, block: Block) -> Block:
        match block:
            case Paragraph(line):
                return Paragraph(self._line(line))
            case Subheading(line):
                return Subheading(self._line(line))
            case ListBlock(ordered, items):
                return ListBlock(ordered, tuple(map(self._line, items)))
            case Quote(paragraphs):
                return Quote(tuple(map(self._line, paragraphs)))
            case Table(header, rows):
                head = tuple(map(self._line, header))
                return Table(head, tuple(tuple(map(self._line, row)) for row in rows))

    def _line(self, line: Line) -> Line:
        return tuple(
            replace(part, locator=self.anew.get((part.key, part.locator), part.locator))
            if isinstance(part, Cite)
            else part
            for part in line
        )


def pack_of(db: Connection, draft: Draft, today: date) -> Pack:
    """Return the own Sources that a Draft cites as papers: each says what is cited of it, snippets
    first and then passages, and no more. A story that its person has not agreed, or agrees no
    longer, to have published is left out, though it is cited: who hands a course out publishes it.
    """
    cited: dict[str, list[str]] = {}
    for question in draft.consultation.questions:
        for cite in citations(parse(draft.answer(question.number).body)):
            source = draft.sources.get(cite.key)
            if source is not None and source.origin is Origin.OWN:
                cited.setdefault(cite.key, []).append(cite.locator)
    papers: list[Paper] = []
    snippets: list[Snippet] = []
    anew: dict[_Place, str] = {}
    agreed = consents(db)
    offered = [
        each
        for each in evidence_reading.snippets(db)
        if each.locator in cited.get(each.source, ()) and _may_be_told(agreed.get(each.id), today)
    ]
    for key in sorted(cited):
        own = [each for each in offered if each.source == key]
        blocks = _blocks(db, key, own, cited[key], anew)
        papers.append(_paper(draft.sources[key], blocks))
        snippets += [_moved(each, anew, draft) for each in own]
    return Pack(tuple(papers), tuple(snippets), anew)


def _may_be_told(consent: Consent | None, today: date) -> bool:
    return consent is None or (Use.PUBLISHED in consent.covers and not consent.has_ended(today))


def _blocks(
    db: Connection, key: str, own: list[Snippet], locators: list[str], anew: dict[_Place, str]
) -> Blocks:
    """Return what a paper says, and note in ``anew`` where each piece of it stands now."""
    said: list[Block] = []
    for locator, piece in _pieces(db, key, own, locators):
        if (key, locator) in anew or not piece:
            continue
        before = _places(said)
        said += piece
        last = _places(said)
        first = min(before + 1, last)
        many = f"paragraphs {first} to {last}" if last > first else f"paragraph {first}"
        anew[key, locator] = many
    return tuple(said)


def _pieces(
    db: Connection, key: str, own: list[Snippet], locators: list[str]
) -> Iterator[tuple[str, Blocks]]:
    by_place: dict[str, list[Block]] = {}
    for snippet in own:
        by_place.setdefault(snippet.locator, []).extend(parse(snippet.text))
    yield from ((locator, tuple(blocks)) for locator, blocks in by_place.items())
    document = imports.of_source(db, key)
    for passage in imports.passages(db, document.id) if document else ():
        if passage.locator in locators:
            lines = [line for line in passage.text.splitlines() if line.strip()]
            yield passage.locator, tuple(Paragraph((Text(line),)) for line in lines)


def _places(blocks: list[Block]) -> int:
    # Two lists or quotations one after another are one place.
    return len(place_blocks(normalise(blocks)))


def _paper(source: Source, blocks: Blocks) -> Paper:
    # Notes on a source are for oneself: of whom it came, whom to ring about it, where it lies.
    address = source.address if is_link(source.address) else ""
    told = replace(source, note="", date_note="", licence="", address=address)
    return Paper(told, write(blocks))


def _moved(snippet: Snippet, anew: Mapping[_Place, str], draft: Draft) -> Snippet:
    """Return a snippet with its place in the paper, and of its Questions those of this call.

    Whose words it has was told to us, not to those who will learn by it: that is written anew, and
    so are tags, which may be names.
    """
    call = question_ref(draft.consultation.id, "")
    refs = tuple(ref for ref in snippet.questions if ref.startswith(call))
    locator = anew.get((snippet.source, snippet.locator), snippet.locator)
    return replace(snippet, locator=locator, questions=refs, tags=(), speaker="", owner="")
