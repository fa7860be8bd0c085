"""Tables with questions in one column and answers in another, unfolded into blocks."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace

from desktop.core.document import Block, BlockKind
from desktop.corpus.understanding.labels import LabelStyle, label
from desktop.corpus.understanding.wording import asks

_QUESTION_HEAD = re.compile(
    r"\W*(?:(?:consultation )?questions?|issue|query|theme|topic"
    r"|terms? of reference)\W*(?:text)?\W*",
    re.IGNORECASE,
)
_ANSWER_HEAD = re.compile(
    r"\W*(?:our |your |[\w’']+ )?(?:answers?|responses?|repl(?:y|ies)|comments?|views?)\W*",
    re.IGNORECASE,
)
_NUMBER_HEAD = re.compile(
    r"\W*(?:no|number|ref|reference|q|#|question (?:no|number))?\W*", re.IGNORECASE
)
_NUMBER = re.compile(r"\W*(?:q(?:uestion)?\.?\s?)?(\d{1,3}[a-z]?)\W*", re.IGNORECASE)


def unfold(blocks: Sequence[Block]) -> tuple[Block, ...]:
    """Return the blocks with each table of questions and answers, and each box of one column,
    as headings and paragraphs in the order of reading. Other tables stay as they are.
    """
    if not any(block.kind is BlockKind.TABLE for block in blocks):
        return tuple(blocks)
    return tuple(each for block in blocks for each in _unfolded(block))


def _unfolded(block: Block) -> Iterator[Block]:
    if block.kind is not BlockKind.TABLE:
        yield block
        return
    rows = [tuple(cell.strip() for cell in row) for row in block.cells]
    width = max(map(len, rows), default=0)
    if not width:
        yield block
        return
    if width == 1 or _in_turn(rows):
        yield from _box(block, rows)
        return
    found = _columns(rows, width)
    if found is None:
        yield block
        return
    for row in rows:
        yield from _row(block, row, *found)


def _box(block: Block, rows: Sequence[tuple[str, ...]]) -> Iterator[Block]:
    """Unfold rows in turn: a row that asks is a heading, all others are text."""
    found = False
    for cell in (cell for row in rows for cell in row if cell):
        found = True
        yield from _question(block, "", cell) if _is_question(cell) else _texts(block, cell)
    if not found:
        yield block


def _in_turn(rows: Sequence[tuple[str, ...]]) -> bool:
    """Tell whether every row has one filled cell, and some row asks: a form in boxes."""
    filled = [[cell for cell in row if cell] for row in rows]
    if any(len(cells) > 1 for cells in filled):
        return False
    return any(_is_question(cell) for cells in filled for cell in cells)


def _columns(rows: Sequence[tuple[str, ...]], width: int) -> tuple[int, int, bool] | None:
    """Return the column of the numbers (or -1), that of the questions, and whether there is a row
    of headings; None if this is no table of questions.
    """
    head = _is_head(rows[0]) if len(rows) > 1 else False
    body = rows[1:] if head else rows
    asked = [
        sum(1 for row in body if column < len(row) and _is_question(row[column]))
        for column in range(width)
    ]
    best = max(range(width), key=lambda column: (asked[column], -column))
    if head:
        named = [at for at, cell in enumerate(rows[0]) if cell and _QUESTION_HEAD.fullmatch(cell)]
        best = named[0] if named and not asked[best] else best
    told = [row for row in body if any(cell for at, cell in enumerate(row) if at > best)]
    if best == width - 1 or (asked[best] * 2 < len(body) and not head) or not told:
        return None
    if not asked[best] and not _numbered(body, best):
        return None
    number = best - 1 if best and _numbered(body, best - 1) else -1
    return number, best, head


def _numbered(rows: Sequence[tuple[str, ...]], column: int) -> bool:
    cells = [row[column] for row in rows if column < len(row) and row[column]]
    return bool(cells) and all(_NUMBER.fullmatch(cell) for cell in cells)


def _is_head(row: Sequence[str]) -> bool:
    filled = [cell for cell in row if cell]
    heads = sum(bool(_ANSWER_HEAD.fullmatch(cell)) for cell in filled)
    asks_too = any(
        _QUESTION_HEAD.fullmatch(cell) or _NUMBER_HEAD.fullmatch(cell) for cell in filled
    )
    return bool(heads) and asks_too and not any(map(asks, filled))


def _is_question(cell: str) -> bool:
    found = label(Block(BlockKind.PARAGRAPH, cell))
    if found and found.style is LabelStyle.WORD:
        return True
    return asks(found.rest if found else cell)


def _row(
    block: Block, row: tuple[str, ...], number: int, question: int, head: bool
) -> Iterator[Block]:
    asked = row[question] if question < len(row) else ""
    printed = row[number] if 0 <= number < len(row) else ""
    rest = [cell for at, cell in enumerate(row) if at not in (number, question) and cell]
    if head and _is_head(row):
        yield from _texts(block, " | ".join(cell for cell in row if cell))
        return
    if asked and (rest or _is_question(asked)):
        yield from _question(block, printed, asked)
    else:
        rest = [cell for cell in (printed, asked) if cell] + rest
    for cell in rest:
        yield from _texts(block, cell)


def _question(block: Block, printed: str, cell: str) -> Iterator[Block]:
    lines = [line.strip() for line in cell.split("\n") if line.strip()]
    number = _NUMBER.fullmatch(printed) if printed else None
    if printed and number is None:
        lines[0] = f"{printed} {lines[0]}"
    head = replace(block, kind=BlockKind.HEADING, cells=(), level=3, text=lines[0])
    # A number of a column of its own says which question it is as plainly as a label would.
    yield replace(head, number=f"Question {number[1]}") if number else head
    yield from (_text(block, line) for line in lines[1:])


def _texts(block: Block, cell: str) -> Iterator[Block]:
    yield from (_text(block, line.strip()) for line in cell.split("\n") if line.strip())


def _text(block: Block, text: str) -> Block:
    return replace(block, kind=BlockKind.PARAGRAPH, cells=(), text=text)
