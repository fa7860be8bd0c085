"""The questions of a past response: where each begins, how far its wording goes, which it is."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace

from desktop.core.document import BlockKind
from desktop.corpus.understanding.labels import LabelStyle
from desktop.corpus.understanding.seen import Seen
from desktop.corpus.understanding.starts import Start
from desktop.corpus.understanding.wording import (
    answers,
    asked_until,
    asks,
    follows_up,
    names_issue,
    word_count,
)

_ANSWER_LABEL = re.compile(
    r"[\W_]*(?:(?:our|the|[\w’']{1,20}) )?(?:answers?|response|reply|comments?)[\W_]*",
    re.IGNORECASE,
)
_LONGEST_WORDING = 10
_ASKED_IN = frozenset(
    {
        BlockKind.HEADING,
        BlockKind.PARAGRAPH,
        BlockKind.LIST_ITEM,
        BlockKind.NUMBERED,
        BlockKind.QUOTATION,
    }
)


@dataclass(frozen=True, slots=True)
class Asked:
    """A question of a response: it begins at the block ``first``, its answer at ``body``."""

    first: int
    body: int
    number: str
    question: str
    confidence: float
    ref: str = ""


def inline_cut(seen: Seen, start: Start) -> int:
    """Return where, in the block of a question, its answer begins; 0 if it is not in there."""
    found = seen.labels[start.block]
    block = seen.blocks[start.block]
    if found is None:
        text, before = block.text, 0
    else:
        text, before = found.rest, found.cut
    if not text:
        return 0
    if asks(text):
        until = asked_until(text)
        rest = word_count(text[until:])
        least = 12 if block.kind is BlockKind.HEADING else 1
        return before + until if rest >= least else 0
    is_answer = answers(text) or word_count(text) > 40
    return before if is_answer and block.kind is not BlockKind.HEADING else 0


def worded(seen: Seen, start: Start, end: int, known_end: int) -> Asked:
    """Return a question with its wording, which ends before the block ``end`` at the latest.

    ``known_end`` is where the wording of a known question was seen to end (0 if it was not).
    """
    found = seen.labels[start.block]
    text = found.rest if found else seen.blocks[start.block].text
    if (
        found
        and not found.cut
        and seen.blocks[start.block].text == text
        and _is_answer(seen, start, text)
    ):
        return Asked(start.block, start.block, start.number, "", start.confidence)
    words, at = [text] if text else [], start.block
    while at + 1 < known_end:
        at += 1
        words.extend([seen.blocks[at].text] if seen.blocks[at].kind in _ASKED_IN else [])
    after = seen.next_text(at)
    while (
        not known_end
        and after < end
        and len(words) < _LONGEST_WORDING
        and _goes_on(seen, words, after)
    ):
        words.append(seen.blocks[after].text)
        at, after = after, seen.next_text(after)
    words, at = _with_follow_ups(seen, words, at, end)
    body = _after_label(seen, at, end)
    return Asked(start.block, body, start.number, " ".join(words), start.confidence)


def _is_answer(seen: Seen, start: Start, text: str) -> bool:
    """Tell whether a block whose number is printed apart holds the answer itself."""
    if seen.blocks[start.block].kind is BlockKind.HEADING or asks(text):
        return False
    return answers(text) or word_count(text) > 60


def _goes_on(seen: Seen, words: Sequence[str], at: int) -> bool:
    """Tell whether the wording goes on in the block ``at``: it had not begun or was cut."""
    block = seen.blocks[at]
    if block.kind not in _ASKED_IN or _labelled(seen, at):
        return False
    if not words:
        wholly = asked_until(block.text) == len(block.text)
        return (asks(block.text) and wholly) or (
            block.kind in (BlockKind.HEADING, BlockKind.QUOTATION) and names_issue(block.text)
        )
    said = words[-1].rstrip()
    if said[-1:] in (".", "?", "!"):
        return False
    lower = block.text[:1].islower()
    ends = block.text.rstrip(" \"'”’)").endswith("?")
    return (lower and word_count(block.text) <= 60) or (
        ends
        and not asks(said)
        and asked_until(block.text) == len(block.text)
        and not answers(block.text)
    )


def _labelled(seen: Seen, at: int) -> bool:
    found = seen.labels[at]
    return bool(found) and found is not None and found.style is LabelStyle.WORD


def _with_follow_ups(seen: Seen, words: list[str], at: int, end: int) -> tuple[list[str], int]:
    """Take in what goes on asking: "If so, why?", "Please give reasons.", "(a) ...? (b) ...?"."""
    after = seen.next_text(at)
    while words and after < end and len(words) < _LONGEST_WORDING and _asks_on(seen, after):
        words.append(seen.blocks[after].text)
        at, after = after, seen.next_text(after)
    return words, at


def _asks_on(seen: Seen, at: int) -> bool:
    block = seen.blocks[at]
    if block.kind not in _ASKED_IN or _labelled(seen, at):
        return False
    found = seen.labels[at]
    text = found.rest if found else block.text
    return follows_up(text) and not answers(text) and asked_until(text) == len(text)


def _after_label(seen: Seen, at: int, end: int) -> int:
    """Return the block after the wording and after a line that only says "Our response:"."""
    body = at + 1
    after = seen.next_text(at)
    if after < end and seen.blocks[after].kind in _ASKED_IN:
        text, found = seen.blocks[after].text, seen.labels[after]
        replies = found and found.style is LabelStyle.REPLY and not found.rest
        if (len(text) < 60 and _ANSWER_LABEL.fullmatch(text)) or replies:
            body = after + 1
    return min(body, end)


_SUBS = ("a", "i")


def with_subs(seen: Seen, asked: Asked, end: int) -> list[Asked]:
    """Return a question and, where its parts "(a)", "(b)" are answered one by one, each of these.

    The first part takes in the words that come before it, unless these are an answer as well.
    """
    letters = [
        at
        for at in range(asked.first + 1, end)
        if (found := seen.labels[at])
        and found.style is LabelStyle.LETTER
        and asks(found.rest)
        and seen.blocks[at].kind is not BlockKind.FOOTNOTE
    ]
    numbers = [seen.labels[at] for at in letters]
    if len(letters) < 2 or not asked.number or numbers[0] is None:
        return [asked]
    if numbers[0].printed.lower() not in _SUBS or not _each_answered(seen, letters, end):
        return [asked]
    subs = [_sub(seen, asked, at) for at in letters]
    if seen.words(asked.body, letters[0]) > 0:
        return [asked, *subs]
    stem = " ".join(part for part in (asked.question.split(" (a) ")[0], subs[0].question) if part)
    return [replace(subs[0], first=asked.first, question=stem), *subs[1:]]


def _each_answered(seen: Seen, letters: Sequence[int], end: int) -> bool:
    ends = [*letters[1:], end]
    told = sum(seen.words(at + 1, stop) >= 2 for at, stop in zip(letters, ends, strict=True))
    return told * 2 > len(letters)


def _sub(seen: Seen, asked: Asked, at: int) -> Asked:
    found = seen.labels[at]
    letter = found.printed.lower() if found else ""
    text = found.rest if found else ""
    number = f"{asked.number}{letter}"
    return Asked(at, at + 1, number, text, asked.confidence - 0.1, "")
