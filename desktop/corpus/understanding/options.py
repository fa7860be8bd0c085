"""What a closed question offers to choose from."""

from __future__ import annotations

import re
from collections.abc import Sequence

from desktop.core.consultation import QuestionKind
from desktop.core.document import Block, BlockKind
from desktop.corpus.understanding.wording import asks, word_count

_BOX = re.compile(r"^\s*(?:[☐☑☒□■▢○●◯◻◼✓✔]|\[[ xX]?\]|\([ xX]?\)|_{2,})\s*")
_INLINE = re.compile(
    r"[(\[](?P<list>[^()\[\]]{2,120}(?:\s?/\s?|\s?\|\s?)[^()\[\]]{1,120})[)\]]\s*[?.]?\s*"
)
_TICK = re.compile(r"[☑☒✓✔■◼●]|\[[xX]\]|\([xX]\)")
_BOXES = re.compile(r"\s*(?:[☐☑☒□■▢○●◯◻◼]|\[[ xX]?\])\s*")
_WORD = re.compile(
    r"(?:yes|no|not sure|unsure|don.t know|n/?a|not applicable|maybe|unsure|other"
    r"|none(?: of the above)?|all of the above|no opinion|no view|prefer not to say"
    r"|(?:strongly|fully|partly|partially|mostly|slightly|tend to|somewhat"
    r"|completely)? ?(?:agree|disagree|support|oppose|satisfied|dissatisfied)"
    r"|neither .{3,30}|undecided|neutral|very \w+|quite \w+|not at all \w+|fairly \w+"
    r"|to (?:a|some|a great|a large|a small) .{0,12}extent|not at all|always|never"
    r"|sometimes)\b.{0,40}",
    re.IGNORECASE,
)
_AGREE = re.compile(r"\b(?:dis)?agree\b|\bsupport\b|\boppose\b", re.IGNORECASE)
_MANY = re.compile(
    r"(?:select|tick|choose|mark|check) (?:all|any|as many|up to|more than one|one or more)"
    r"|all that apply"
    r"|which of the following (?:\w+ ){0,6}(?:apply|are|do)",
    re.IGNORECASE,
)
_CHOOSE = re.compile(
    r"(?:select|tick|choose|mark) (?:one|only one|a single)|one of the following"
    r"|please (?:tick|select|choose)|which of the following|select from",
    re.IGNORECASE,
)
_LONGEST_OPTION = 14
_LEAST = 2


def options_after(
    text: str, blocks: Sequence[Block], at: int, end: int
) -> tuple[tuple[str, ...], int]:
    """Return the options of a question whose wording ends before the block ``at``, and the block
    after them. Options may stand in the wording ("(Yes/No)"), in boxes, or as short list items.
    """
    inline = _in_line(text)
    if inline:
        return inline, at
    found: list[str] = []
    first = at
    chosen = bool(_CHOOSE.search(text) or _MANY.search(text))
    while at < end:
        these = _options_of(blocks[at], chosen=chosen)
        if not these and not (blocks[at].kind is BlockKind.BREAK and found):
            break
        found.extend(these)
        at += 1
    if len(found) < _LEAST:
        return (), first
    return tuple(found), at


def offers(blocks: Sequence[Block], at: int) -> bool:
    """Tell whether options that nobody has ticked begin at a block."""
    options, end = options_after("", blocks, at, min(len(blocks), at + 12))
    return bool(options) and not any(_TICK.search(each.text) for each in blocks[at:end])


def without_options(text: str) -> str:
    """Return a wording without the options that stand in it."""
    found = _INLINE.search(text)
    if not found or not _in_line(text):
        return text
    return f"{text[: found.start()].rstrip()} {text[found.end() :]}".strip()


def _in_line(text: str) -> tuple[str, ...]:
    found = _INLINE.search(text)
    if not found:
        return ()
    each = tuple(part.strip() for part in re.split(r"\s?[/|]\s?", found["list"]) if part.strip())
    known = sum(bool(_WORD.fullmatch(part)) for part in each)
    return each if len(each) >= _LEAST and known * 2 >= len(each) else ()


def _options_of(block: Block, *, chosen: bool) -> list[str]:
    """Return the options that one block is, or holds in a row of boxes."""
    text = block.text.strip()
    if block.kind not in (BlockKind.PARAGRAPH, BlockKind.LIST_ITEM) or asks(text) or not text:
        return []
    if _BOX.match(text) or len(_BOXES.findall(text)) > 1:
        parts = [part.strip(" ;,") for part in _BOXES.split(text) if part.strip(" ;,")]
        return [part for part in parts if word_count(part) <= 2 * _LONGEST_OPTION]
    slashed = [part.strip() for part in re.split(r"\s?[/|]\s?", text)]
    if len(slashed) >= _LEAST and all(_WORD.fullmatch(part) for part in slashed):
        return slashed
    if word_count(text) > _LONGEST_OPTION:
        return []
    is_item = block.kind is BlockKind.LIST_ITEM
    if _WORD.fullmatch(text) or (is_item and chosen and not text.endswith(":")):
        return [text.rstrip(".;")]
    return []


def kind_of(text: str, options: Sequence[str]) -> QuestionKind:
    """Return how a question with these options wants to be answered."""
    if len(options) < _LEAST:
        return QuestionKind.OPEN
    if _MANY.search(text):
        return QuestionKind.MULTIPLE
    if sum(bool(_AGREE.search(each)) for each in options) >= _LEAST:
        return QuestionKind.AGREE_SCALE
    return QuestionKind.SINGLE
