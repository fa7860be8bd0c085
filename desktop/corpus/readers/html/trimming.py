"""What stands around and between the text of a page once it is blocks, and is no part of it."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace

from desktop.core.document import Block, BlockKind, Metadata
from desktop.corpus.readers.html.site_words import (
    byline,
    is_button,
    is_stamp,
    leads_elsewhere,
    points_elsewhere,
)
from desktop.corpus.readers.html.walking import Said

_HEAD = 10  # blocks after the title among which the writer and the day are named
_PROSE = 15  # words from which a text that is no link says something
_LONG_PROSE = 40
_LABEL = 4  # words that a label above the title has at most
_TITLE_WORDS = 4  # from which the beginning of a title is the title, and the rest the site's name
_LINKED = 0.5
_ONLY_LINK = 0.9
_TAIL = 0.4  # of the words of the page: what other texts are announced with at its end


@dataclass(frozen=True, slots=True)
class Trimmed:
    """The blocks that are left, what the page said about itself, and how many blocks went."""

    blocks: list[Block]
    metadata: Metadata
    taken: int


def trimmed(said: Sequence[Said], metadata: Metadata) -> Trimmed:
    """Leave out labels above the title, the line with the writer and the day, buttons, and teasers.

    The writer and the day are kept where the page does not tell them otherwise.
    """
    at = _title_at(said, metadata.title)
    kept = list(said) if at is None else [*_above(said[:at]), *said[at:]]
    top = 0 if at is None else len(kept) - len(said) + at
    kept, metadata = _without_bylines(kept, top, metadata)
    kept = [one for one in kept if not _is_noise(one)]
    kept = _without_teasers(kept)
    return Trimmed([one.block for one in kept], metadata, len(said) - len(kept))


def _title_at(said: Sequence[Said], title: str) -> int | None:
    """Return where the heading stands that the page's title names."""
    whole = _flat(title)
    for at, one in enumerate(said):
        words = _flat(one.block.text)
        starts = whole.startswith(words) and len(words.split()) >= _TITLE_WORDS
        if one.block.kind is BlockKind.HEADING and words and (words == whole or starts):
            return at
    return None


def _flat(text: str) -> str:
    return " ".join(re.findall(r"\w+", text.casefold()))


def _above(said: Sequence[Said]) -> list[Said]:
    """Keep of what stands above the title only sentences, not labels, links and lists of links."""
    return [one for one in said if not (_is_label(one) or _is_noise(one))]


def _is_label(one: Said) -> bool:
    most = 0.0 if one.block.kind is BlockKind.LIST_ITEM else _LINKED
    return one.linked > most or _words(one) <= _LABEL


def _words(one: Said) -> int:
    return len(one.block.text.split())


def _without_bylines(said: list[Said], top: int, metadata: Metadata) -> tuple[list[Said], Metadata]:
    kept: list[Said] = []
    near = True
    for at, one in enumerate(said):
        near = near and at - top <= _HEAD and _words(one) < _LONG_PROSE
        plain = one.block.kind in (BlockKind.PARAGRAPH, BlockKind.LIST_ITEM)
        line = byline(one.block.text) if near and at > top and plain else None
        if line is None:
            kept.append(one)
            continue
        metadata = replace(
            metadata,
            author=metadata.author or line.writer,
            date=metadata.date or line.date,
        )
    return kept, metadata


def _is_noise(one: Said) -> bool:
    block = one.block
    if block.number or block.kind in (BlockKind.TABLE, BlockKind.FOOTNOTE):
        return False
    if block.kind is BlockKind.LIST_ITEM and one.linked < _ONLY_LINK:
        return False
    if block.kind is BlockKind.PARAGRAPH and one.linked >= _LINKED and points_elsewhere(block.text):
        return True
    return is_button(block.text) or is_stamp(block.text)


def _without_teasers(said: list[Said]) -> list[Said]:
    kept: list[Said] = []
    at = 0
    while at < len(said):
        end = _end_of_teasers(said, at) if leads_elsewhere(said[at].block.text) else at
        if end == at:
            kept.append(said[at])
        at = max(end, at + 1)
    return kept


def _end_of_teasers(said: Sequence[Said], at: int) -> int:
    """Return where the links that a line announces have ended; ``at`` where there are none."""
    after = said[at + 1 :]
    if _is_tail(said, at):
        return len(said)
    end, found = at + 1, False
    for number, one in enumerate(after, at + 1):
        if one.linked >= _LINKED:
            end, found = number + 1, True
        elif one.block.kind is BlockKind.HEADING or _words(one) >= _PROSE:
            break
    return end if found else at


def _is_tail(said: Sequence[Said], at: int) -> bool:
    """Say whether nothing but other texts of the site is announced from here to the end."""
    after = said[at + 1 :]
    if not any(one.linked >= _LINKED for one in after):
        return False
    words = sum(map(_words, after))
    if words > _TAIL * sum(map(_words, said[:at])):
        return False
    return not any(one.linked < _LINKED and _words(one) >= _LONG_PROSE for one in after)
