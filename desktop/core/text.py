"""Answer text as typed blocks: the small, fixed subset that answers are written in.

``desktop.markup`` turns these blocks into Markdown and back; the editor turns them into a rich-text document
and back; the exporters turn them into Word or plain text. ``normalise`` gives the one canonical form in which
"lossless" is meant: two block sequences mean the same document exactly when their normal forms are equal.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from itertools import groupby

# What XML 1.0 cannot carry, besides the separators that editors use for line and paragraph ends,
# the object-replacement character (the editor's own mark for an embedded object) and lone surrogates.
_UNSAFE = re.compile(
    "[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x84\x86-\x9f\ufdd0-\ufdef\ufffc\ufffe\uffff\ud800-\udfff]"
)
_SPACES = re.compile("[ \t\n\r\x85\u2028\u2029]+")


@dataclass(frozen=True, slots=True)
class Text:
    """A run of characters with one look; ``href`` makes it a link ("" for none)."""

    text: str
    bold: bool = False
    italic: bool = False
    href: str = ""


@dataclass(frozen=True, slots=True)
class Cite:
    """A citation: the key of a Source and the place in it ("" for the whole document)."""

    key: str
    locator: str = ""


Inline = Text | Cite
Line = tuple[Inline, ...]


@dataclass(frozen=True, slots=True)
class Paragraph:
    """An ordinary paragraph."""

    line: Line


@dataclass(frozen=True, slots=True)
class Subheading:
    """A heading inside an answer (there is one level)."""

    line: Line


@dataclass(frozen=True, slots=True)
class ListBlock:
    """A bulleted or numbered list of single-paragraph items."""

    ordered: bool
    items: tuple[Line, ...]


@dataclass(frozen=True, slots=True)
class Quote:
    """A displayed quotation of one or more paragraphs."""

    paragraphs: tuple[Line, ...]


@dataclass(frozen=True, slots=True)
class Table:
    """A simple table: one header row, then rows of the same width."""

    header: tuple[Line, ...]
    rows: tuple[tuple[Line, ...], ...]


Block = Paragraph | Subheading | ListBlock | Quote | Table
Blocks = tuple[Block, ...]


def safe_characters(text: str) -> str:
    """Return ``text`` without the characters that no Word file may hold."""
    return _UNSAFE.sub("", text)


def plain(line: Line) -> str:
    """Return the words of a line, without citations."""
    return "".join(part.text for part in line if isinstance(part, Text))


def lines(blocks: Iterable[Block]) -> Iterator[Line]:
    """Yield every line of text of the blocks in reading order."""
    for block in blocks:
        match block:
            case Paragraph(line) | Subheading(line):
                yield line
            case ListBlock(_, items):
                yield from items
            case Quote(paragraphs):
                yield from paragraphs
            case Table(header, rows):
                yield from header
                for row in rows:
                    yield from row


def citations(blocks: Iterable[Block]) -> Iterator[Cite]:
    """Yield every citation of the blocks in reading order."""
    for line in lines(blocks):
        yield from (part for part in line if isinstance(part, Cite))


def plain_text(blocks: Iterable[Block]) -> str:
    """Return the words of the blocks, one line of text per paragraph, item or cell."""
    return "\n".join(plain(line) for line in lines(blocks))


def normalise(blocks: Iterable[Block]) -> Blocks:
    """Return the canonical form of a block sequence.

    Unsafe characters are dropped and white space is folded; runs of one look are joined; white space at the edge
    of a bold, italic or linked run moves outside it; empty lines, lists, quotations and tables are dropped;
    adjacent lists of one kind and adjacent quotations become one. ``normalise`` is idempotent.
    """
    out: list[Block] = []
    for block in filter(None, map(_normal_block, blocks)):
        previous = out[-1] if out else None
        match previous, block:
            case ListBlock(ordered, items), ListBlock(same, more) if ordered == same:
                out[-1] = ListBlock(ordered, items + more)
            case Quote(paragraphs), Quote(more):
                out[-1] = Quote(paragraphs + more)
            case _:
                out.append(block)
    return tuple(out)


def _normal_block(block: Block) -> Block | None:
    match block:
        case Paragraph(line):
            normal = normal_line(line)
            return Paragraph(normal) if normal else None
        case Subheading(line):
            normal = normal_line(line)
            return Subheading(normal) if normal else None
        case ListBlock(ordered, items):
            kept = tuple(filter(None, map(normal_line, items)))
            return ListBlock(ordered, kept) if kept else None
        case Quote(paragraphs):
            kept = tuple(filter(None, map(normal_line, paragraphs)))
            return Quote(kept) if kept else None
        case Table(header, rows):
            return _normal_table(header, rows)


def _normal_table(header: tuple[Line, ...], rows: tuple[tuple[Line, ...], ...]) -> Table | None:
    width = max([len(header), *(len(row) for row in rows)], default=0)
    grid = [_padded_row(row, width) for row in (header, *rows)]
    if not any(any(row) for row in grid):
        return None
    return Table(grid[0], tuple(grid[1:]))


def _padded_row(row: tuple[Line, ...], width: int) -> tuple[Line, ...]:
    cells = [normal_line(cell) for cell in row]
    return tuple(cells + [()] * (width - len(cells)))


def normal_line(line: Line) -> Line:
    """Return the canonical form of one line (see ``normalise``)."""
    characters: list[tuple[str, Text | Cite]] = []
    for part in line:
        if isinstance(part, Cite):
            locator = _SPACES.sub(" ", safe_characters(part.locator)).strip()
            characters.append(("", replace(part, locator=locator)))
        else:
            look = replace(part, text="", href=_SPACES.sub("", safe_characters(part.href)))
            characters.extend((char, look) for char in safe_characters(part.text))
    return _joined(_spaces_outside(_folded(characters)))


_Marked = list[tuple[str, Text | Cite]]


def _folded(characters: _Marked) -> _Marked:
    """Fold each run of white space to one plain space and trim both ends."""
    out: _Marked = []
    for char, look in characters:
        if char and _SPACES.match(char):
            if out and out[-1][0] != " ":
                out.append((" ", look))
        else:
            out.append((char, look))
    while out and out[-1][0] == " ":
        out.pop()
    return out


def _spaces_outside(characters: _Marked) -> _Marked:
    """Give a space the look that both its neighbours share, and none where they differ."""
    out = list(characters)
    for place, (char, look) in enumerate(characters):
        if char != " " or isinstance(look, Cite):
            continue
        before, after = characters[place - 1][1], characters[place + 1][1]
        if isinstance(before, Cite) or isinstance(after, Cite):
            out[place] = (char, Text(""))
            continue
        href = before.href if before.href == after.href == look.href else ""
        out[place] = (
            char,
            Text(
                "",
                bold=look.bold and before.bold and after.bold,
                italic=look.italic and before.italic and after.italic,
                href=href,
            ),
        )
    return out


def _joined(characters: _Marked) -> Line:
    parts: list[Inline] = []
    for look, run in groupby(characters, key=lambda pair: pair[1]):
        if isinstance(look, Cite):
            parts.extend(look for _ in run)
        else:
            parts.append(replace(look, text="".join(char for char, _ in run)))
    return tuple(parts)
