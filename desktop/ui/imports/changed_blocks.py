"""Which blocks of a document are no longer as they were, so that only those are written anew."""

from __future__ import annotations

from collections.abc import Sequence

from desktop.core.document import BlockKind
from desktop.core.imports import KeptBlock
from desktop.ui.widgets.document_writing import Written

_WHOLE = frozenset({BlockKind.TABLE, BlockKind.BREAK})


def changed_span(before: Sequence[KeptBlock], now: Sequence[KeptBlock]) -> range:
    """Return the places in ``before`` of what differs: all before and behind it is the same."""
    first, shorter = 0, min(len(before), len(now))
    while first < shorter and _same(before[first], now[first]):
        first += 1
    behind = 0
    while behind < shorter - first and _same(before[-1 - behind], now[-1 - behind]):
        behind += 1
    if behind and _ends_elsewhere(before, now, behind):
        behind -= 1  # which page the next block begins is told before it
    return range(first, len(before) - behind)


def can_rewrite(before: Sequence[KeptBlock], now: Sequence[KeptBlock]) -> bool:
    """Tell whether some blocks can take the place of others with nothing round them touched."""
    if not before or not now:
        return False
    if any(kept.block.kind in _WHOLE for kept in (*before, *now)):
        return False
    return _page(before[0]) == _page(now[0]) and _page(before[-1]) == _page(now[-1])


def shifted(written: Written, by: int) -> Written:
    """Return where a block stands after so many characters came before it."""
    return Written(written.id, written.start + by, written.text_start + by, written.end + by)


def _ends_elsewhere(before: Sequence[KeptBlock], now: Sequence[KeptBlock], behind: int) -> bool:
    """Tell whether what stands before the last ``behind`` blocks is on another page than it was."""
    old, new = before[: len(before) - behind], now[: len(now) - behind]
    return bool(old and new) and _page(old[-1]) != _page(new[-1])


def _same(one: KeptBlock, other: KeptBlock) -> bool:
    return one.id == other.id and one.block == other.block


def _page(kept: KeptBlock) -> tuple[int, int]:
    return kept.block.page, kept.block.slide
