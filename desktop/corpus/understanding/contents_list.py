"""Tables of contents: lines that end with a page number, which look like headings and are none."""

from __future__ import annotations

import re
from collections.abc import Sequence

from desktop.core.document import Block, BlockKind

_HEADING = re.compile(
    r"[\W\d_]*(?:table of |list of )?(?:contents|questions"
    r"|cynnwys)(?: page)?[\W_]*",
    re.IGNORECASE,
)
# Tried once for each run of dots, however long it is.
_LEADER = re.compile(r"(?<![.…·_])(?<![.…·_]\s)(?:[.…·_]\s?){3,}\s{0,9}\d{1,3}")
_PAGE_END = re.compile(
    r"(?:(?:[.…·_]\s?){3,}|\t|\s{2,}"
    r"|\S\s)(?:page\s)?\d{1,3}\s*$",
    re.IGNORECASE,
)
_PLAINLY = re.compile(r"contents|cynnwys", re.IGNORECASE)
_DOTS = ("...", ". .", "…", "··", "__")
_ENOUGH = 3
_LONGEST_ENTRY = 60
_LINES = frozenset({BlockKind.PARAGRAPH, BlockKind.LIST_ITEM, BlockKind.NUMBERED})
_SHORT = frozenset(
    {BlockKind.HEADING, BlockKind.PARAGRAPH, BlockKind.LIST_ITEM, BlockKind.NUMBERED}
)


def contents_blocks(blocks: Sequence[Block]) -> frozenset[int]:
    """Return the blocks that make up tables of contents, their headings included."""
    found: set[int] = set()
    at = 0
    while at < len(blocks):
        if _is_heading(blocks[at]):
            end = _entries_end(blocks, at + 1)
            if end > at + 1:
                found.update(range(at, end))
                at = end
                continue
        elif _leads(blocks[at]):
            end = _run_end(blocks, at)
            if end - at >= _ENOUGH or _many_leaders(blocks[at]):
                found.update(range(at, end))
            at = end
            continue
        at += 1
    return frozenset(found)


def _is_heading(block: Block) -> bool:
    return block.kind in _SHORT and len(block.text) < 40 and bool(_HEADING.fullmatch(block.text))


def _leads(block: Block) -> bool:
    if block.kind not in _SHORT or not any(dots in block.text for dots in _DOTS):
        return False
    return bool(_LEADER.search(block.text))


def _many_leaders(block: Block) -> bool:
    return len(_LEADER.findall(block.text)) > 1


def _run_end(blocks: Sequence[Block], at: int) -> int:
    """Return where a run of dotted lines ends; it may be interrupted by one broken line."""
    end = at + 1
    while end < len(blocks):
        if _leads(blocks[end]) or blocks[end].kind is BlockKind.BREAK:
            end += 1
        elif end + 1 < len(blocks) and _leads(blocks[end + 1]) and _fits(blocks[end]):
            end += 2
        else:
            break
    return end


def _fits(block: Block) -> bool:
    return block.kind in _SHORT and len(block.text.split()) <= _LONGEST_ENTRY


def _is_entry(block: Block) -> bool:
    if block.kind is BlockKind.TABLE:
        ends = [row[-1].strip() for row in block.cells if row]
        return bool(ends) and sum(each.isdigit() for each in ends) * 2 > len(ends)
    if _many_leaders(block):
        return True
    return (
        _fits(block) and bool(_PAGE_END.search(block.text[-100:])) and not block.text.endswith("?")
    )


def _entries_end(blocks: Sequence[Block], at: int) -> int:
    """Return where the entries after a heading "Contents" end; a long one may be broken in two."""
    end, looked, missed = at, at, 0
    while looked < len(blocks) and missed < 2:
        block = blocks[looked]
        if block.kind is BlockKind.BREAK:
            looked += 1
            continue
        if _is_entry(block):
            end, missed = looked + 1, 0
        elif _fits(block):
            missed += 1
        else:
            break
        looked += 1
    return end if end > at else _plain_entries_end(blocks, at)


def _plain_entries_end(blocks: Sequence[Block], at: int) -> int:
    """Return where short lines after a heading "Contents" end that have no page numbers."""
    end = at
    if not _PLAINLY.search(blocks[at - 1].text):
        return at
    while end < len(blocks) and _is_line(blocks[end]):
        end += 1
    return end if end - at >= _ENOUGH else at


def _is_line(block: Block) -> bool:
    return block.kind in _LINES and 0 < len(block.text) < 200 and block.text[-1] not in ".;:"
