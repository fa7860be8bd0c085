"""The papers of a Course as documents that were read and accepted: a citation opens one at its
place, and its paragraphs are found by a search.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import datetime
from hashlib import sha256

from desktop.core import text as answer
from desktop.core.course import Paper
from desktop.core.document import Block, BlockKind, Document, DocumentFormat, Locator
from desktop.core.evidence import Passage
from desktop.core.imports import TakenPassage
from desktop.core.text import one_line, plain
from desktop.core.understanding import Part, PartRole, Understanding
from desktop.markup import parse
from desktop.store.database import Database
from desktop.store.imports import accepting, adding, reading


@dataclass(frozen=True, slots=True)
class _Place:
    """Blocks that are cited together; ``number`` 0 is a sub-heading, which nobody cites."""

    number: int
    blocks: tuple[Block, ...]

    @property
    def locator(self) -> Locator:
        """Where they stand, in the words that the course cites them by."""
        return Locator(number=str(self.number)) if self.number else Locator()


def put_paper(db: Database, paper: Paper, now: datetime, *, offered: bool = True) -> None:
    """Write a paper, whose Source is there already, as an accepted import with its passages. Where
    they are not ``offered`` there are none: it can be read and cited, and is found by no search.
    """
    source, places = paper.source, _places(parse(paper.text))
    blocks = tuple(block for place in places for block in place.blocks)
    if not blocks:
        return
    new = adding.NewImport(
        id=_id(paper),
        name=f"{source.title}.md",
        path="",
        digest=sha256(paper.text.encode()).hexdigest(),
        understanding=Understanding(
            Document(DocumentFormat.MARKDOWN, blocks),
            source.kind,
            1.0,
            source.title,
            source.author,
            source.date,
            (Part(PartRole.OTHER, 0, 0, len(blocks)),),
        ),
        imported=now,
        places=tuple(place.locator for place in places for _ in place.blocks),
    )
    adding.add(db, new)
    db.update("documents", new.id, {"source": source.key})
    taken = list(_passages(new.id, source.key, places)) if offered else []
    accepting.accept(db, reading.document(db, new.id), source, taken, ())


def forget_paper(db: Database, paper: Paper) -> None:
    """Take away what was written of a paper, but for its Source."""
    key = _id(paper)
    accepting.take_back(db, key)
    for table in ("marks", "parts", "blocks"):
        db.execute(f"DELETE FROM [{table}] WHERE document = ?", [key])
    db.execute("DELETE FROM documents WHERE id = ?", [key])


def has_paper(db: Database, paper: Paper) -> bool:
    """Tell whether a paper was written; older practice workspaces have none."""
    sql = "SELECT EXISTS (SELECT 1 FROM documents WHERE id = ?)"
    return db.execute(sql, [_id(paper)]).fetchone()[0] == 1


def _id(paper: Paper) -> str:
    return f"paper-{paper.source.key}"


def _places(blocks: answer.Blocks) -> list[_Place]:
    found: list[_Place] = []
    number = 0
    for block in blocks:
        if isinstance(block, answer.Subheading):
            found.append(_Place(0, (Block(BlockKind.HEADING, _words(block.line), level=2),)))
        else:
            number += 1
            found.append(_Place(number, tuple(_read(block, str(number)))))
    return found


def _read(block: answer.Block, number: str) -> Iterator[Block]:
    match block:
        case answer.ListBlock(ordered, items):
            for at, item in enumerate(items, 1):
                mark = str(at) if ordered else ""
                yield Block(BlockKind.LIST_ITEM, _words(item), level=1, number=mark)
        case answer.Quote(paragraphs):
            for line in paragraphs:
                yield Block(BlockKind.QUOTATION, _words(line))
        case answer.Table(header, rows):
            cells = tuple(tuple(map(_words, row)) for row in (header, *rows))
            words = "\n".join("\t".join(row) for row in cells)
            yield Block(BlockKind.TABLE, words, cells=cells)
        case answer.Paragraph(line) | answer.Subheading(line):
            yield Block(BlockKind.NUMBERED, _words(line), number=number)


def _words(line: answer.Line) -> str:
    return one_line(plain(line))


def _passages(document: str, source: str, places: list[_Place]) -> Iterator[TakenPassage]:
    at = position = 0
    for place in places:
        first, at = at, at + len(place.blocks)
        if place.number:
            passage = Passage(
                id=f"{document}:{position}",
                source=source,
                document=document,
                position=position,
                text="\n".join(block.text for block in place.blocks),
                locator=place.locator.words(),
            )
            yield TakenPassage(passage, adding.block_id(first), adding.block_id(at - 1))
            position += 1
