"""The submission as plain text: numbers in front, notes as [1], links with their address."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from desktop.core.outline import (
    BulletsBlock,
    HeadingBlock,
    Level,
    Note,
    NoteRef,
    Outline,
    OutlineBlock,
    ParagraphBlock,
    QuoteBlock,
    Runs,
    TableBlock,
)
from desktop.core.rules import Part
from desktop.core.words import Count, count
from desktop.export.numbers import printed_number

_INDENT = "    "
_CELLS = " | "


def to_text(outline: Outline) -> str:
    """Return the whole submission as plain text, with a line end after the last line."""
    pieces = list(block_texts(outline.blocks))
    if outline.sources:
        pieces.append(_underlined(outline.frame.sources))
        pieces.extend(outline.sources)
    if outline.notes:
        pieces.append(_underlined(outline.frame.notes))
        pieces.append(note_lines(outline.notes))
    return "\n\n".join(pieces) + "\n"


def outline_words(outline: Outline) -> Count:
    """Return how long the submission is, without footnotes and list of sources."""
    return count("\n".join(block_texts(outline.blocks, marks=False)))


def block_texts(
    blocks: Iterable[OutlineBlock], *, marks: bool = True, cells: str = _CELLS
) -> Iterator[str]:
    """Yield the text of each block, lists and tables on several lines.

    Args:
        blocks: of an Outline.
        marks: whether footnote marks such as [1] are shown.
        cells: what stands between the cells of a table.
    """
    for block in blocks:
        match block:
            case HeadingBlock(level, words, _, _, notes):
                shown = words + "".join(f"[{number}]" for number in notes if marks)
                yield _underlined(shown, level) if marks else shown
            case ParagraphBlock(runs, _, number):
                yield " ".join(filter(None, (printed_number(number), _line(runs, marks=marks))))
            case BulletsBlock():
                yield "\n".join(_items(block, marks=marks))
            case QuoteBlock(paragraphs):
                yield "\n\n".join(_INDENT + _line(line, marks=marks) for line in paragraphs)
            case TableBlock(header, rows):
                yield "\n".join(
                    cells.join(_line(cell, marks=marks) for cell in row) for row in (header, *rows)
                )


def note_lines(notes: Iterable[Note]) -> str:
    """Return footnotes as lines such as "[1] Author, title, para. 3."."""
    return "\n".join(f"[{note.number}] {note.text}" for note in notes)


def list_label(block: BulletsBlock, place: int) -> str:
    """Return what stands before an item of a list, as Word prints it: "R1.", "(1)" or "•"."""
    if not block.ordered:
        return "•"
    return f"R{place}." if block.part is Part.RECOMMENDATIONS else f"({place})"


def _items(block: BulletsBlock, *, marks: bool) -> Iterator[str]:
    for place, (item, ref) in enumerate(block.lines, start=1):
        words = (list_label(block, place), _line(item, marks=marks), ref)
        yield " ".join(filter(None, words))


def _line(runs: Runs, *, marks: bool) -> str:
    out: list[str] = []
    for place, run in enumerate(runs):
        if isinstance(run, NoteRef):
            out.append(f"[{run.number}]" if marks else "")
            continue
        out.append(run.text)
        following = runs[place + 1] if place + 1 < len(runs) else None
        ends = isinstance(following, NoteRef) or following is None or following.href != run.href
        if run.href and ends and run.href not in (run.text, f"mailto:{run.text}"):
            out.append(f" ({run.href})")
    return "".join(out)


def _underlined(text: str, level: Level = Level.SECTION) -> str:
    """Return a heading; those above the questions are underlined, as plain text has no bold."""
    if level not in (Level.TITLE, Level.SECTION):
        return text
    return f"{text}\n{('=' if level is Level.TITLE else '-') * min(len(text), 72)}"
