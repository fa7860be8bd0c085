"""Checks of single words: plain ones instead of long, worn and trade ones."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from dataclasses import replace

from desktop.checks.placing import at_line
from desktop.checks.reading import LineKind, Reading, WrittenLine
from desktop.checks.registry import Check
from desktop.checks.spans import is_quoted, spans
from desktop.checks.worded import said_of
from desktop.checks.wording import Match, WordList, found_in, instead_of
from desktop.core.finding import Finding, Group
from desktop.core.words import count_words

_FEW_WORDS = 6  # a name or a heading in a cell, no sentence of ours


def words_are_plain(reading: Reading) -> Iterator[Finding]:
    """A word is plain, or explained where it is first used.

    Where there is a plainer one, each place is named, since each can be mended. Of a trade term or
    a worn word only the first is, with how often it comes.
    """
    words = reading.known.wording["jargon"]
    found = [
        (place, line, match) for place, line in reading.lines for match in _own_words(words, line)
    ]
    often = Counter(_name(line, match) for _, line, match in found)
    said: set[str] = set()
    for place, line, match in found:
        name = _name(line, match)
        if not instead_of(words, match, line.text):
            if name in said or _is_explained(line, match):
                said.add(name)
                continue
            said.add(name)
        finding = said_of(words, match, line, "“{found}” is jargon.", "Use plain words.")
        if not finding.fixes:
            finding = replace(finding, basis="")  # said once of the whole: it stays dismissed
        times = often[name]
        if times > 1 and not finding.fixes:
            counted = f"{finding.sentence[:-1]}, used {times} times."
            finding = replace(finding, sentence=counted)
        yield at_line(finding, place)


def _own_words(words: WordList, line: WrittenLine) -> Iterator[Match]:
    """Yield what stands in a line in the organisation's own words."""
    if line.kind is LineKind.QUOTE:
        return
    if line.kind in (LineKind.CELL, LineKind.HEADER) and count_words(line.text) < _FEW_WORDS:
        return
    for match in found_in(words, line.text):
        if not is_quoted(line.text, match.start) and not _is_a_name(line.text, match):
            yield match


def _is_a_name(text: str, match: Match) -> bool:
    """Tell whether a word is part of a name: it has a capital letter inside a sentence, or one that
    is followed by another.
    """
    if not text[match.start].isupper():
        return False
    if not any(match.start == start for start, _ in spans(text)):
        return True
    return not match.wording.swaps and text[match.end :].lstrip()[:1].isupper()


def _is_explained(line: WrittenLine, match: Match) -> bool:
    """Tell whether a word is followed by what it means, in brackets or after "that is"."""
    after = line.text[match.end :].lstrip(" ,")
    return after.startswith(("(", "that is", "which means", "meaning ", "by which we mean", "– "))


def _name(line: WrittenLine, match: Match) -> str:
    return line.text[match.start : match.end].casefold()


CHECKS = (Check("jargon", Group.LANGUAGE, "Words are plain", words_are_plain),)
