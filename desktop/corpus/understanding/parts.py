"""A document parted into answers and sections, without gap or overlap."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise

from desktop.core.document import BlockKind
from desktop.core.understanding import Part, PartRole
from desktop.corpus.understanding.days import days
from desktop.corpus.understanding.questions import Asked
from desktop.corpus.understanding.roles import (
    closes,
    heading_role,
    introduces_us,
    opens_chapter,
    signs_off,
)
from desktop.corpus.understanding.seen import Seen

_PLAIN = 0.95
_GUESSED = 0.7
_EMPTY = 0.6
_NO_LEVEL = 0


def parts(seen: Seen, asked: Sequence[Asked]) -> tuple[Part, ...]:
    """Return the Parts of a document with these questions (none for any other document)."""
    end = len(seen.blocks)
    if not end:
        return ()
    first = asked[0].first if asked else end
    found = list(_sections(seen, 0, first))
    chapter = _chapter_level(seen, asked)
    for place, each in enumerate(asked):
        last = place + 1 == len(asked)
        limit = end if last else asked[place + 1].first
        stop = _answer_end(seen, each, limit, chapter, last=last)
        found.append(_answer(seen, each, stop))
        found.extend(_sections(seen, stop, limit))
    return tuple(found)


def _answer(seen: Seen, each: Asked, end: int) -> Part:
    body = min(each.body, end)
    told = seen.words(body, end) > 0
    confidence = each.confidence if told else min(each.confidence, _EMPTY)
    return Part(
        PartRole.ANSWER,
        each.first,
        body,
        end,
        each.number,
        each.question,
        each.ref,
        round(max(0.0, min(1.0, confidence)), 2),
    )


def _chapter_level(seen: Seen, asked: Sequence[Asked]) -> int:
    """Return the level of the headings that stand right before questions: those of chapters."""
    levels: Counter[int] = Counter()
    for each, after in pairwise(asked):
        at = _trailing(seen, each.body, after.first)
        if at < after.first:
            levels[seen.blocks[at].level] += 1
    return min(levels, default=_NO_LEVEL)


def _trailing(seen: Seen, body: int, limit: int) -> int:
    """Return where the headings begin that stand between an answer and the next question."""
    at = limit
    while at > body and seen.blocks[at - 1].kind in (BlockKind.HEADING, BlockKind.BREAK):
        at -= 1
    while at < limit and (seen.blocks[at].kind is BlockKind.BREAK or at in seen.repeated):
        at += 1
    return at


def _answer_end(seen: Seen, each: Asked, limit: int, chapter: int, *, last: bool) -> int:
    """Return where an answer ends: at a new chapter, an annex, a signature, the next question."""
    stop = _trailing(seen, each.body, limit) if not last else limit
    level = _level(seen, each.first)
    for at in range(each.body, stop):
        if at in seen.contents:
            stop = at
            break
        if seen.blocks[at].kind in (BlockKind.HEADING, BlockKind.PARAGRAPH) and _ends_answer(
            seen, at, level, chapter, last=last
        ):
            stop = at
            break
    return (
        _without_sign_off(seen, each.body, stop)
        if last
        else _without_chapter_line(seen, each.body, stop)
    )


def _level(seen: Seen, at: int) -> int:
    block = seen.blocks[at]
    return block.level if block.kind is BlockKind.HEADING else _NO_LEVEL


def _ends_answer(seen: Seen, at: int, level: int, chapter: int, *, last: bool) -> bool:
    block = seen.blocks[at]
    if at in seen.repeated:
        return False
    if block.kind is not BlockKind.HEADING:
        return last and heading_role(block) is PartRole.ANNEX
    above = level == _NO_LEVEL or block.level <= level
    role = heading_role(block)
    if role is PartRole.ANNEX:
        return last or above
    if last and above and (role is not None or closes(block)):
        return True
    if block.level < level or opens_chapter(block):
        return True
    return bool(chapter) and block.level <= chapter and (level == _NO_LEVEL or chapter < level)


def _without_chapter_line(seen: Seen, body: int, stop: int) -> int:
    """Leave out an unmarked line "Part B - Funding" at the end of an answer."""
    at = stop
    while at > body and seen.blocks[at - 1].kind is BlockKind.BREAK:
        at -= 1
    return at - 1 if at - 1 > body and opens_chapter(seen.blocks[at - 1]) else stop


def _without_sign_off(seen: Seen, body: int, stop: int) -> int:
    """Leave out a date, a contact and stray marks at the very end."""
    at = stop
    while at - 1 > body and (
        seen.blocks[at - 1].kind is BlockKind.BREAK or _ends_letter(seen, at - 1)
    ):
        at -= 1
    return at


def _ends_letter(seen: Seen, at: int) -> bool:
    block = seen.blocks[at]
    if block.kind in (BlockKind.TABLE, BlockKind.FOOTNOTE):
        return False
    found = next(days(block.text), None) if len(block.text) < 60 else None
    if found and len(block.text) - (found.end - found.start) < 20:
        return True
    return signs_off(block)


def _sections(seen: Seen, first: int, end: int) -> Iterator[Part]:
    """Part a stretch without answers by its headings; what says nothing is OTHER."""
    marks = list(_section_marks(seen, first, end))
    if first < end and (not marks or marks[0][0] > first):
        marks.insert(0, (first, PartRole.OTHER, first, _PLAIN))
    merged: list[tuple[int, PartRole, int, float]] = []
    for mark in marks:
        if not (
            merged and mark[1] is merged[-1][1] and mark[1] in (PartRole.OTHER, PartRole.CONTENTS)
        ):
            merged.append(mark)
    stops = [mark[0] for mark in merged[1:]] + [end]
    for (at, role, body, confidence), stop in zip(merged, stops, strict=False):
        yield Part(role, at, min(body, stop), stop, confidence=confidence)


@dataclass(frozen=True, slots=True)
class _Section:
    """The section that a block stands in; ``guessed`` where no heading named it."""

    role: PartRole = PartRole.OTHER
    level: int = _NO_LEVEL
    guessed: bool = False


def _section_marks(seen: Seen, first: int, end: int) -> Iterator[tuple[int, PartRole, int, float]]:
    """Yield where sections begin: their first block, role, first block of text, confidence."""
    section = _Section()
    for at in range(first, end):
        begun = _begun(seen, at, section)
        if begun is None:
            continue
        headed = not begun.guessed and (begun.role is not PartRole.OTHER or _level(seen, at))
        yield at, begun.role, at + 1 if headed else at, _GUESSED if begun.guessed else _PLAIN
        section = begun


def _begun(seen: Seen, at: int, section: _Section) -> _Section | None:
    """Return the section that begins at a block, or None if the one before it goes on."""
    block = seen.blocks[at]
    level = _level(seen, at)
    if at in seen.contents:
        return None if section.role is PartRole.CONTENTS else _Section(PartRole.CONTENTS)
    told = heading_role(block) if at not in seen.repeated else None
    if told is PartRole.CONTENTS or block.kind is BlockKind.BREAK:
        return None
    if told:
        deeper = section.role is not PartRole.OTHER and section.level and level > section.level
        return None if deeper else _Section(told, level)
    if section.role is PartRole.CONTENTS or _is_over(seen, at, section):
        return _Section(PartRole.OTHER, level)
    if section.role is PartRole.OTHER and introduces_us(block):
        return _Section(PartRole.ABOUT_US, guessed=True)
    return None


def _is_over(seen: Seen, at: int, section: _Section) -> bool:
    """Tell whether a block that names no role ends a section of one."""
    if section.guessed:
        return not introduces_us(seen.blocks[at])
    if seen.blocks[at].kind is not BlockKind.HEADING or at in seen.repeated:
        return False
    if section.role in (PartRole.OTHER, PartRole.ANNEX):
        return False
    return _level(seen, at) <= (section.level or 9)
