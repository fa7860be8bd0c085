"""Earlier mails inside a mail: the lines that other programs put before and around them."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import replace

from desktop.core.document import Block, BlockKind

_WROTE = re.compile(
    r"(?:on|am|le|el)\b.{5,200}\b(?:wrote|writes|schrieb|a écrit|escribió)\s*:?\Z|"
    r".{3,120}<\S+@\S+>\s*(?:wrote|schrieb)\s*:?\Z",
    re.IGNORECASE | re.DOTALL,
)
_ORIGINAL = re.compile(
    r"-*\s*(?:original message|forwarded message|begin forwarded message|"
    r"forwarded by .{2,80})\s*:?\s*-*\Z",
    re.IGNORECASE,
)
_HEADERS = re.compile(
    r"\*?from\s*:\*?\s*.+\b(?:sent|date|to)\s*:|\*?from\s*:\*?\s*\S.*(?:@|\[mailto).*\Z",
    re.IGNORECASE | re.DOTALL,
)
_LINE_BREAK = re.compile(r"^[-_]{5,}\s*\Z", re.MULTILINE)


def as_quotations(blocks: Iterable[Block]) -> list[Block]:
    """Return the blocks of a mail, everything from the first earlier mail on as quotations.

    What a person wrote between the lines of an earlier mail, which mail programs mark line by
    line, stays what it is: such blocks came in as quotations already.
    """
    found: list[Block] = []
    earlier = False
    for block in blocks:
        starts = begins_earlier_mail(block.text)
        earlier = earlier or starts
        if earlier and block.kind in (
            BlockKind.PARAGRAPH,
            BlockKind.LIST_ITEM,
            BlockKind.NUMBERED,
            BlockKind.HEADING,
        ):
            words = f"{block.number}. {block.text}" if block.number else block.text
            found.append(replace(block, kind=BlockKind.QUOTATION, text=words, level=0, number=""))
        else:
            found.append(block)
    return found


def begins_earlier_mail(text: str) -> bool:
    """Say whether these are the words that a mail program puts before an earlier mail."""
    return bool(
        _ORIGINAL.match(text) or _HEADERS.match(text) or (len(text) < 260 and _WROTE.match(text))
    )
