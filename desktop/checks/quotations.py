"""Checks of quotations: who said it, and marks that are of one kind and closed again."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import lru_cache

from desktop.checks.advice import VISIONARY
from desktop.checks.reading import LineKind, Reading, WrittenLine
from desktop.checks.registry import Check
from desktop.checks.spans import quoted, sourced, spot_of
from desktop.core.finding import Finding, FindingLevel, Fix, Group, Replacement, TextField
from desktop.core.text import Quote

# Shorter ones are names, titles and words that somebody uses: “Big Society”.
_SAID_WORDS = 8
_WHOLE_SENTENCE = 6  # words, where they end in a stop
_KEPT = 16_384
_KINDS = frozenset({LineKind.PARAGRAPH, LineKind.ITEM})
_SAYS = (
    r"(?:said|says|told|tells|wrote|writes|argued|argues|added|adds|explained|explains|asked|put it"
    r"|reported|reports|noted|notes|stated|states|replied|remarked|observed|concluded|concludes|asking|asks"
    r"|recalled|recalls|commented|claimed|claims|describes|described|in the words of|according to"
    r"|quoted|announced|promised|promises|warned|warns|declared|defined|defines|called|calls"
    r"|summed it up|spoke of|speaks of|insisted|stressed|heard|read|reads|signed)"
)
SPEAKS = re.compile(rf"\b{_SAYS}\b", re.IGNORECASE)
# “…” [The council’s plan], “…” (A. Name), “…” – a trustee
SIGNED = re.compile(r"\A[.,;]?\s*(?:[\[(]\s*[A-Za-z]|[–—-]\s*[A-Za-z])")
INTRODUCED = re.compile(r"\w[\w ,’'()-]*:\s*\Z")
# The end of a displayed quotation, or the line behind it: “– A trustee of a hall”, “Jo Example”.
_NAMED = re.compile(
    r"(?:[–—]|\s-)\s*[A-Z][^.!?]*\Z|[\[(][A-Z][^\])]*[\])]\s*\Z"
    r"|\b(?:said|says|wrote|told us)\W*\Z"
)
_SHORT_LINE = 12
_OPEN, _CLOSE, _STRAIGHT = "“", "”", '"'
_INCHES = re.compile(r'\d"')
_DOUBLE = re.compile(r"[“”\"]")


def quotations_name_their_speaker(reading: Reading) -> Iterator[Finding]:
    """A quotation says who said it, by name, by role, or by a citation."""
    yield from _displayed(reading)
    for place, line, _ in unsourced(reading):
        found = _unattributed(line.text)
        if found:
            yield _nobody_said(line, place, *found)


def unsourced(reading: Reading) -> Iterator[tuple[int, WrittenLine, str]]:
    """Yield the paragraphs and list items of the answers that have no source, each with its place
    and what the line above it says.
    """
    for item in reading.answers:
        covered, above = sourced(item.answer.body), ""
        for place, line in item.lines:
            if line.field is TextField.BODY:
                if line.kind in _KINDS and not covered[place]:
                    yield place, line, above
                above = line.text


@lru_cache(maxsize=_KEPT)
def _unattributed(text: str) -> tuple[int, int] | None:
    """Return the first long quotation of a line of which nobody is said to have said it."""
    for start, end in long_quotations(text):
        around = text[:start] + " " + text[end:]
        if SPEAKS.search(around) or SIGNED.match(text[end:]) or INTRODUCED.search(text[:start]):
            continue
        return start, end
    return None


@lru_cache(maxsize=_KEPT)
def long_quotations(text: str) -> tuple[tuple[int, int], ...]:
    """Return where the quotations of a line begin and end that are too long for a name."""
    return tuple(
        (start, end)
        for start, end in quoted(text)
        if len(text[start:end].split())
        >= (_WHOLE_SENTENCE if _is_whole(text, end) else _SAID_WORDS)
    )


def _is_whole(text: str, end: int) -> bool:
    return text[: end - 1].rstrip().endswith((".", "!", "?"))


def _displayed(reading: Reading) -> Iterator[Finding]:
    for told, start, end in displayed(reading):
        if not _is_attributed(told, start, end):
            line = told[start][1]
            yield _nobody_said(line, told[start][0], 0, len(line.text))


def displayed(reading: Reading) -> Iterator[tuple[list[tuple[int, WrittenLine]], int, int]]:
    """Yield the displayed quotations that have no source, each of which may have several
    paragraphs: the lines of its answer, and which of them it begins and ends with.
    """
    for item in reading.answers:
        if not any(isinstance(block, Quote) for block in item.blocks):
            continue
        covered = sourced(item.answer.body)
        told = list(reading.lines_of(item.question.number))
        place = 0
        while place < len(told):
            _, line = told[place]
            if line.kind is not LineKind.QUOTE:
                place += 1
                continue
            end = place
            while end < len(told) and told[end][1].kind is LineKind.QUOTE:
                end += 1
            if not covered[place]:
                yield told, place, end
            place = end


def _is_attributed(told: list[tuple[int, WrittenLine]], start: int, end: int) -> bool:
    """Tell whether a displayed quotation names its speaker at its end, or in the line before or
    after it.
    """
    before = told[start - 1][1].text if start else ""
    after = told[end][1].text if end < len(told) else ""
    last = told[end - 1][1].text
    if _NAMED.search(last) or INTRODUCED.search(before) or SPEAKS.search(before):
        return True
    short = len(after.split()) <= _SHORT_LINE and not after.rstrip().endswith((".", "?", "!"))
    return bool(after) and (short or SPEAKS.search(after) is not None)


def _nobody_said(line: WrittenLine, place: int, start: int, end: int) -> Finding:
    return Finding(
        "quotation-speaker",
        FindingLevel.WARNING,
        line.part,
        "Nothing says who said this.",
        "Say who said it and when, or cite where it stands; of somebody who is not to be named, "
        "what they are, such as “a carer in Fernbrook”.",
        question=line.question,
        excerpt=line.text[start:end],
        spot=spot_of(line, start, end, place),
        basis=line.text,
    )


def quotation_marks_agree(reading: Reading) -> Iterator[Finding]:
    """Quotation marks are closed again, and all of one kind."""
    lines = reading.lines
    for at, (place, line) in enumerate(lines):
        wrong = _marks(line.text)
        if wrong is None:
            continue
        start, end, normal = wrong
        following = lines[at + 1][1] if at + 1 < len(lines) else None
        if not normal and _goes_on(line, following):
            continue
        spot = spot_of(line, start, end, place)
        fix = Fix(
            "Use the same marks throughout", (Replacement(spot, line.text[start:end], normal),)
        )
        yield Finding(
            "quotation-marks",
            FindingLevel.WARNING,
            line.part,
            "Quotation marks of different kinds are mixed here."
            if normal
            else "A quotation mark has no partner.",
            "Use “ at the beginning and ” at the end of each quotation."
            if normal
            else "Add the mark that is missing, or take this one out.",
            question=line.question,
            excerpt=line.text[start:end],
            spot=spot,
            basis=line.text,
            fixes=(fix,) if normal else (),
        )


def _goes_on(line: WrittenLine, following: WrittenLine | None) -> bool:
    """Tell whether a quotation goes on in the next paragraph, which begins with a mark again."""
    opened = line.text.count(_OPEN) == line.text.count(_CLOSE) + 1
    return (
        opened
        and following is not None
        and following.field is line.field
        and following.text.startswith((_OPEN, _STRAIGHT))
    )


@lru_cache(maxsize=_KEPT)
def _marks(text: str) -> tuple[int, int, str] | None:
    """Return from where to where the double marks of a line are wrong, with the right text ("" if
    one is missing); None if they are in order.
    """
    inches = {found.end() - 1 for found in _INCHES.finditer(text)}
    marks = [found.start() for found in _DOUBLE.finditer(text)]
    if len(marks) % 2 and inches:
        marks = [at for at in marks if at not in inches]
    kinds = [text[at] for at in marks]
    if len(kinds) % 2:
        alone = _alone(kinds)
        return marks[alone], marks[alone] + 1, ""
    if all(kind == _STRAIGHT for kind in kinds) or _is_nested(kinds):
        return None
    start, end = marks[0], marks[-1] + 1
    fitting = dict(zip(marks, [_OPEN, _CLOSE] * (len(marks) // 2), strict=True))
    return start, end, "".join(fitting.get(at, text[at]) for at in range(start, end))


def _is_nested(kinds: list[str]) -> bool:
    """Tell whether curly marks open and close again, one quotation inside another perhaps."""
    depth = 0
    for kind in kinds:
        depth += {_OPEN: 1, _CLOSE: -1}.get(kind, len(kinds))
        if not 0 <= depth < len(kinds):
            return False
    return depth == 0


def _alone(kinds: list[str]) -> int:
    """Return which of an odd number of marks has no partner."""
    for at in range(0, len(kinds) - 1, 2):
        if kinds[at] == _CLOSE:
            return at
        if kinds[at + 1] == _OPEN:
            return at
    return len(kinds) - 1


CHECKS = (
    Check(
        "quotation-speaker",
        Group.EVIDENCE,
        "Quotations say who speaks",
        quotations_name_their_speaker,
        authority=VISIONARY.authority,
        address=VISIONARY.address,
    ),
    Check(
        "quotation-marks",
        Group.EVIDENCE,
        "Quotation marks are closed and of one kind",
        quotation_marks_agree,
        authority=VISIONARY.authority,
        address=VISIONARY.address,
    ),
)
