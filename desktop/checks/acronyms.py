"""Checks of acronyms: spelled out where they are first used."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import lru_cache
from typing import NamedTuple

from desktop.checks.known import Known
from desktop.checks.reading import LineKind, Reading, WrittenLine
from desktop.checks.registry import Check
from desktop.checks.spans import is_quoted, spot_of
from desktop.checks.wording import found_in
from desktop.core.finding import Finding, FindingLevel, Fix, Group, Replacement, TextField
from desktop.core.response import Draft

_ACRONYM = re.compile(r"(?<![\w&@./’'-])([A-Z]{2,6}|[A-Z]&[A-Z])(s?)(?![\w&/@]|-\d)")
_CAPITALS = re.compile(r"[A-Z][A-Z&]")
_NUMBERED = re.compile(r"\s?\d")  # "HC 902" is a reference
# "the think-tank HEARTH": what it is, is said, and letters are all the name that it has.
_CALLED = re.compile(
    r"\b(?:think[- ]tank|charity|campaign|company|called|named)\s+$", re.IGNORECASE
)
_ROMAN = re.compile(r"[IVXL]+")
_WORD = re.compile(r"[^\W_]+(?:[’'][^\W_]+)*|&")
_SHOUTED = re.compile(r"(?:\b[A-Z]{2,}\b\W+){2,}[A-Z]{2,}\b")
_ARTICLE = re.compile(r"\b([Aa])n?(\s+)$")
_SMALL_WORDS = frozenset(
    {"&", "a", "an", "and", "at", "by", "de", "for", "in", "of", "on", "or", "the", "to", "with"}
)
_OTHERS_WORDS = (LineKind.QUOTE, LineKind.HEADER, LineKind.CELL, LineKind.SUBHEADING)
_FURTHER = 4  # small words that a long form may have beside those that give the letters
_JUST_BEHIND = 7  # characters: " (the ", ", the "
_CALLED_WITHIN = 20  # characters
_KEPT = 16_384


class _Use(NamedTuple):
    """An acronym in a line: its letters, "s" where it is plural, and where it stands."""

    letters: str
    plural: str
    start: int
    end: int


def acronyms_are_spelled_out(reading: Reading) -> Iterator[Finding]:
    """An acronym that not everybody knows is spelled out where it is first used."""
    told = _told_by_the_call(reading.draft)
    seen: set[str] = set()
    for place, line in _as_printed(reading):
        for use in _uses(line):
            if use.letters in seen:
                continue
            seen.add(use.letters)
            if use.letters in told or _is_common(use, reading.known):
                continue
            if _CALLED.search(line.text, max(0, use.start - _CALLED_WITHIN), use.start):
                continue
            if not _is_spelled_out(line.text, use) and not _is_a_word(reading, use):
                yield _finding(reading, place, line, use)


def _as_printed(reading: Reading) -> list[tuple[int, WrittenLine]]:
    """Return the lines in the order in which they are read: key points that make the summary come
    before all answers.
    """
    early = [TextField.SUMMARY]
    if reading.draft.response.summary is None:
        early.append(TextField.KEY_POINT)
    first = {TextField.ABOUT: 0, TextField.REASON: 0, **dict.fromkeys(early, 1)}
    return sorted(reading.lines, key=lambda pair: first.get(pair[1].field, 2))


def _uses(line: WrittenLine) -> Iterator[_Use]:
    """Yield the acronyms that the organisation itself uses in a line."""
    if line.kind not in _OTHERS_WORDS:
        yield from _in_text(line.text)


@lru_cache(maxsize=_KEPT)
def _in_text(text: str) -> tuple[_Use, ...]:
    if not _CAPITALS.search(text):
        return ()
    shouted = [found.span() for found in _SHOUTED.finditer(text)]
    return tuple(
        _Use(found[1], found[2], *found.span())
        for found in _ACRONYM.finditer(text)
        if not _NUMBERED.match(text, found.end())
        and not _ROMAN.fullmatch(found[1])
        and not is_quoted(text, found.start())
        and not any(start <= found.start() < end for start, end in shouted)
    )


def _told_by_the_call(draft: Draft) -> frozenset[str]:
    """Return the acronyms that whoever asks uses: those need no explaining to them."""
    asked = draft.consultation
    texts = [asked.title, asked.body, asked.body_short, draft.organisation.name]
    texts += [text for each in asked.questions for text in (each.heading, each.text)]
    return frozenset(found[1] for text in texts for found in _ACRONYM.finditer(text))


def _is_common(use: _Use, known: Known) -> bool:
    return bool(found_in(known.wording["acronym-everybody-knows"], use.letters))


def _is_a_word(reading: Reading, use: _Use) -> bool:
    """Tell whether it is an ordinary word in capital letters: the draft has it in small ones too,
    and it stands for nothing else in this field.
    """
    if found_in(reading.known.wording["acronym"], use.letters):
        return False
    word = f"{use.letters}{use.plural}".lower()
    small = re.compile(rf"\b{re.escape(word)}\b")
    return any(word in line.text and small.search(line.text) for _, line in reading.lines)


def _finding(reading: Reading, place: int, line: WrittenLine, use: _Use) -> Finding:
    found = line.text[use.start : use.end]
    long = _long_form(reading, use)
    return Finding(
        "acronym",
        FindingLevel.NUDGE,
        line.part,
        f"“{found}” is not spelled out where it is first used.",
        "Write it in full here, with the short form in brackets.",
        question=line.question,
        excerpt=found,
        spot=spot_of(line, use.start, use.end, place),
        fixes=(_fix(line, place, use, long),) if long else (),
    )


def _fix(line: WrittenLine, place: int, use: _Use, long: str) -> Fix:
    start, before = use.start, line.text[: use.start]
    words = f"{_plural(long) if use.plural else long} ({use.letters}{use.plural})"
    if article := _ARTICLE.search(before):
        start = article.start()
        new = article[1] + ("n" if long[0].lower() in "aeiou" else "")
        words = f"{new}{article[2]}{words}"
    elif not before.strip() or before.rstrip().endswith((".", "!", "?")):
        words = words[0].upper() + words[1:]
    spot = spot_of(line, start, use.end, place)
    return Fix("Spell it out", (Replacement(spot, line.text[start : use.end], words),))


def _plural(long: str) -> str:
    if long.endswith("s"):
        return long
    return long[:-1] + "ies" if long.endswith("y") and long[-2:-1] not in "aeou" else long + "s"


def _long_form(reading: Reading, use: _Use) -> str:
    """Return what an acronym stands for: as the draft says further on, as a name it holds says, or
    as it mostly does in this field; "" where that is not known.
    """
    for _, line in reading.lines:
        for further in _uses(line):
            if further.letters == use.letters and (long := _stands_before(line.text, further)):
                return long
    for name in _names(reading.draft):
        if (0, len(name)) in _runs(name, use.letters):
            return name
    listed = reading.known.wording["acronym"]
    for match in found_in(listed, use.letters):
        return dict(match.wording.swaps)[use.letters]
    return ""


def _names(draft: Draft) -> Iterator[str]:
    yield from (draft.organisation.name, draft.consultation.body)
    for source in draft.sources.values():
        yield from (source.author, source.body)


def _is_spelled_out(text: str, use: _Use) -> bool:
    """Tell whether a line says what an acronym stands for, before it or just behind it."""
    if any(start < use.end + _JUST_BEHIND for start, _ in _runs(text, use.letters)):
        return True
    # "the Fernbrook Halls Network (Network for short, FHN)" and the like: whatever has the first
    # letter just before the brackets is taken for it.
    before = text[: use.start]
    if "(" not in before[-12:]:
        return False
    words = _WORD.findall(before[: before.rindex("(")])[-len(use.letters) - _FURTHER :]
    return any(word[0].upper() == use.letters[0] for word in words)


def _stands_before(text: str, use: _Use) -> str:
    """Return the long form that a line gives just before an acronym in brackets, or ""."""
    if not text[: use.start].endswith("("):
        return ""
    before = text[: use.start - 1].rstrip()
    runs = (before[start:end] for start, end in _runs(before, use.letters) if end == len(before))
    return next(runs, "")


def _runs(text: str, letters: str) -> Iterator[tuple[int, int]]:
    """Yield where each stretch of a text begins and ends whose words begin with the letters, in
    order; small words may stand between.
    """
    wanted = letters.replace("&", "").casefold()
    words = list(_WORD.finditer(text.replace("-", " ")))
    initials = [found[0][0].casefold() for found in words]
    small = [found[0].casefold() in _SMALL_WORDS for found in words]
    for start, initial in enumerate(initials):
        if initial == wanted[0] and not small[start]:
            end = _end_of_run(wanted, initials, small, start)
            if end:
                yield words[start].start(), words[end - 1].end()


def _end_of_run(wanted: str, initials: list[str], small: list[bool], start: int) -> int:
    """Return where the words end that give the letters, or 0 if they do not."""
    place = start
    for letter in wanted:
        while place < len(initials) and small[place] and initials[place] != letter:
            place += 1
        if place == len(initials) or initials[place] != letter:
            return 0
        place += 1
    return place


CHECKS = (
    Check(
        "acronym",
        Group.LANGUAGE,
        "Acronyms are spelled out",
        acronyms_are_spelled_out,
        authority="Government Digital Service, guidance on publishing accessible documents",
        address="http://govwire.co.uk/news/government-digital-service/"
        "guidance-publishing-accessible-documents-98735",
    ),
)
