"""Answer text as typed blocks: the small, fixed subset that answers are written in.

``desktop.markup`` turns these blocks into Markdown and back; the editor turns them into a rich-text
document and back; the exporters turn them into Word or plain text. ``normalise`` gives the one
canonical form in which "lossless" is meant: two block sequences mean the same document exactly when
their normal forms are equal.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from functools import lru_cache
from itertools import chain, groupby

from desktop.core.characters import safe_characters as safe_characters

_SPACES = re.compile("[ \t\n\r\x85\u2028\u2029]+")
# But for a single space, which may stay: most are, and putting each in its own place takes time.
_TO_FOLD = re.compile("[ \t\n\r\x85\u2028\u2029]{2,}|[\t\n\r\x85\u2028\u2029]")
_KEY = re.compile("[a-z0-9][a-z0-9-]*")
_LINK = re.compile("(?:https?://|mailto:)[^/?#]", re.IGNORECASE)


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


def is_link(address: str) -> bool:
    """Tell whether an address can be a link in an answer: of the web or of mail, nothing else."""
    return _LINK.match(address) is not None


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


def texts(blocks: Iterable[Block]) -> list[str]:
    """Return what each line says in plain words, without its citations and with white space folded;
    no empty ones.
    """
    return [text for line in lines(blocks) if (text := one_line(plain(line)))]


def normalise(blocks: Iterable[Block]) -> Blocks:
    """Return the canonical form of a block sequence.

    Unsafe characters are dropped and white space is folded; runs of one look are joined; white
    space at the edge of a bold, italic or linked run moves outside it; empty lines, lists,
    quotations and tables are dropped; adjacent lists of one kind become one, and so do adjacent
    quotations; a link that is not of the web or of mail becomes plain text, and so does a citation
    whose key cannot be a key. ``normalise`` is idempotent.
    """
    out: list[Block] = []
    for kind, group in groupby(filter(None, map(_normal_block, blocks)), key=_joins_as):
        match kind:
            case "bullets" | "numbers":
                items = (block.items for block in group if isinstance(block, ListBlock))
                out.append(ListBlock(kind == "numbers", tuple(chain.from_iterable(items))))
            case "quote":
                texts = (block.paragraphs for block in group if isinstance(block, Quote))
                out.append(Quote(tuple(chain.from_iterable(texts))))
            case _:
                out.extend(group)
    return tuple(out)


def _joins_as(block: Block) -> str:
    """Name what a block becomes one with when its neighbour is named the same."""
    match block:
        case ListBlock(ordered):
            return "numbers" if ordered else "bullets"
        case Quote():
            return "quote"
        case _:
            return ""


# Asked for the same blocks at each pause in typing: all but the one being written are known.
@lru_cache(maxsize=2048)
def _normal_block(block: Block) -> Block | None:
    match block:
        case Paragraph(line):
            normal = normal_line(line)
            return Paragraph(normal) if normal else None
        case Subheading(line):
            normal = normal_line(line)
            return Subheading(normal) if normal else None
        case ListBlock(ordered, items):
            kept = _normal_lines(items)
            return ListBlock(ordered, kept) if kept else None
        case Quote(paragraphs):
            kept = _normal_lines(paragraphs)
            return Quote(kept) if kept else None
        case Table(header, rows):
            return _normal_table(header, rows)


def _normal_lines(some: tuple[Line, ...]) -> tuple[Line, ...]:
    return tuple(normal for line in some if (normal := normal_line(line)))


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
    return _joined(_spaces_outside(_folded(_pieces(line))))


def one_line(text: str) -> str:
    """Return ``text`` without characters that no document may hold and with white space folded."""
    return plain(normal_line((Text(text),)))


def phrase(text: str) -> str:
    """Return words a person typed as part of a sentence: one line, no closing stop."""
    return one_line(text).rstrip(" .;,")


# A line while it is being normalised: citations, single spaces, text with no space at its ends.
_Piece = Text | Cite


def _pieces(line: Line) -> Iterator[_Piece]:
    """Take a line apart; white space at the edges of a run becomes a piece of its own."""
    for part in line:
        look = _plain_if_unusable(part)
        if isinstance(look, Cite):
            yield look
            continue
        text = _TO_FOLD.sub(" ", safe_characters(look.text))
        if text == look.text and text and text[0] != " " and text[-1] != " ":
            yield look
            continue
        word = text.strip(" ")
        if not word:
            if text:
                yield replace(look, text=" ")
            continue
        if text[0] == " ":
            yield replace(look, text=" ")
        yield replace(look, text=word)
        if text[-1] == " ":
            yield replace(look, text=" ")


def _plain_if_unusable(part: Inline) -> Inline:
    """Clean a citation or a link, or turn what can be neither into the text it would be read as."""
    if isinstance(part, Cite):
        locator = _TO_FOLD.sub(" ", safe_characters(part.locator)).strip()
        if _KEY.fullmatch(part.key):
            return Cite(part.key, locator)
        return Text(f"[@{part.key}, {locator}]" if locator else f"[@{part.key}]")
    if not part.href:
        return part
    href = _SPACES.sub("", safe_characters(part.href))
    return replace(part, href=href if is_link(href) else "")


def _folded(pieces: Iterable[_Piece]) -> list[_Piece]:
    """Keep the first of adjacent spaces and none at either end."""
    out: list[_Piece] = []
    for piece in pieces:
        if not _is_space(piece) or (out and not _is_space(out[-1])):
            out.append(piece)
    while out and _is_space(out[-1]):
        out.pop()
    return out


def _is_space(piece: _Piece) -> bool:
    return isinstance(piece, Text) and piece.text == " "


def _spaces_outside(pieces: list[_Piece]) -> list[_Piece]:
    """Give a space the look that it shares with both its neighbours, and none where they differ."""
    out = list(pieces)
    for place in range(1, len(pieces) - 1):
        before, space, after = pieces[place - 1 : place + 2]
        if not isinstance(space, Text) or space.text != " ":
            continue
        if isinstance(before, Cite) or isinstance(after, Cite):
            out[place] = Text(" ")
            continue
        out[place] = Text(
            " ",
            bold=space.bold and before.bold and after.bold,
            italic=space.italic and before.italic and after.italic,
            href=space.href if before.href == space.href == after.href else "",
        )
    return out


def _joined(pieces: list[_Piece]) -> Line:
    """Join adjacent pieces of one look."""
    parts: list[Inline] = []
    for look, run in groupby(pieces, key=_look):
        if look is None:
            parts.extend(run)
        else:
            parts.append(Text(plain(tuple(run)), *look))
    return tuple(parts)


def _look(piece: _Piece) -> tuple[bool, bool, str] | None:
    return None if isinstance(piece, Cite) else (piece.bold, piece.italic, piece.href)
