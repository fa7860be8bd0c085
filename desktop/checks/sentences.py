"""Checks of sentences: short enough to take in at one reading, and saying who does what."""

from __future__ import annotations

import re
from collections.abc import Iterator

from desktop.checks.known import Known
from desktop.checks.reading import LineKind, WrittenLine
from desktop.checks.registry import Check
from desktop.checks.spans import is_quoted, quoted, spans, spot_of
from desktop.checks.wording import WordList, found_in
from desktop.core.finding import Finding, FindingLevel, Group
from desktop.core.words import count_words

_MOST_WORDS = 25
_SHOWN_WORDS = 8
_PASSIVES = 2
_ACCESSIBLE = (
    "Government Digital Service, guidance on publishing accessible documents",
    "http://govwire.co.uk/news/government-digital-service/"
    "guidance-publishing-accessible-documents-98735",
)
_NO_PROSE = (LineKind.HEADER, LineKind.CELL, LineKind.SUBHEADING, LineKind.QUOTE)
# What is in brackets may be left out in reading, and what stands between semicolons or dashes, or
# after a colon or dots, is taken in by itself.
_BRACKETS = re.compile(r"\([^()]*\)|\[[^\[\]]*\]")
_PAUSE = re.compile(r";|:\s|…|\.{3}|\s[-–—]+\s|—")
_BE = r"(?:am|are|is|was|were|be|been|being|isn['’]t|aren['’]t|wasn['’]t|weren['’]t)"
_BETWEEN = r"(?:\s+(?:not|also|now|all|both|never|often|still|then|just|only|\w+ly))*"
_PASSIVE = re.compile(rf"\b{_BE}\b{_BETWEEN}\s+(\w+)\b", re.IGNORECASE)
_AGENT = re.compile(r"\s+(?:\w+\s+){0,2}?by\b", re.IGNORECASE)
_REGULAR = re.compile(r"\w{2,}ed", re.IGNORECASE)


def sentences_are_short(line: WrittenLine, _known: Known) -> Iterator[Finding]:
    """A sentence of the organisation's own has no more words than are taken in at one reading.

    Of a paragraph this is said once, of its longest sentence.
    """
    if line.kind in _NO_PROSE:
        return
    counted = [(_longest_stretch(line.text, *span), span) for span in spans(line.text)]
    long = [(words, span) for words, span in counted if words > _MOST_WORDS]
    if not long:
        return
    words, (start, end) = max(long, key=lambda each: each[0])
    said = f"This sentence has {words} words without a break."
    if len(long) > 1:
        said = f"{len(long)} sentences of this paragraph are long; this one has {words} words."
    yield Finding(
        "long-sentence",
        FindingLevel.NUDGE,
        line.part,
        said,
        f"Split it: up to {_MOST_WORDS} words are taken in at one reading.",
        question=line.question,
        excerpt=_beginning(line.text[start:end]),
        spot=spot_of(line, start, end),
    )


def somebody_acts(line: WrittenLine, known: Known) -> Iterator[Finding]:
    """A sentence does not say twice that something is done without saying who does it."""
    if line.kind in _NO_PROSE:
        return
    for start, end in spans(line.text):
        found = list(_passives(line.text, start, end, known))
        if len(found) >= _PASSIVES:
            first, last = found[0], found[-1]
            yield Finding(
                "passive",
                FindingLevel.NUDGE,
                line.part,
                f"“{line.text[slice(*first)]}” and “{line.text[slice(*last)]}” "
                "do not say who does it.",
                "Say who acts: a committee can only ask somebody who is named.",
                question=line.question,
                excerpt=line.text[first[0] : last[1]],
                spot=spot_of(line, first[0], last[1]),
            )


def _longest_stretch(text: str, start: int, end: int) -> int:
    """Return how many words of a sentence come between its semicolons, colons and dashes, at
    most; words of others in quotation marks and what is in brackets do not count.
    """
    # Each pair of marks that is taken out may part a word in two.
    sentence = text[start:end]
    if len(sentence.split()) + sum(map(sentence.count, "([“\"‘'")) <= _MOST_WORDS:
        return 0
    own, place = "", start
    for begin, stop in quoted(text):
        if begin < end and stop > start:
            own, place = f"{own}{text[place : max(begin, start)]} ", min(stop, end)
    own += text[place:end]
    return max(map(count_words, _PAUSE.split(_BRACKETS.sub(" ", own))))


def _beginning(sentence: str) -> str:
    words = sentence.split()
    return " ".join(words[:_SHOWN_WORDS]) + (" …" if len(words) > _SHOWN_WORDS else "")


def _passives(text: str, start: int, end: int, known: Known) -> Iterator[tuple[int, int]]:
    """Yield where a sentence says that something is done, and not by whom."""
    for found in _PASSIVE.finditer(text, start, end):
        word = found[1]
        if is_quoted(text, found.start()) or not _is_participle(word, known):
            continue
        if not _AGENT.match(text, found.end()):
            yield found.span()


def _is_participle(word: str, known: Known) -> bool:
    if _stands_in(known.wording["participle-as-adjective"], word):
        return False
    return bool(_REGULAR.fullmatch(word)) or _stands_in(known.wording["participle"], word)


def _stands_in(words: WordList, word: str) -> bool:
    return any(found.start == 0 for found in found_in(words, word))


CHECKS = (
    Check(
        "long-sentence",
        Group.LANGUAGE,
        "Sentences are short",
        line=sentences_are_short,
        authority=_ACCESSIBLE[0],
        address=_ACCESSIBLE[1],
    ),
    Check(
        "passive",
        Group.LANGUAGE,
        "Sentences say who acts",
        line=somebody_acts,
        authority="GOV.UK style guide: active voice",
        address="https://www.gov.uk/guidance/style-guide/a-to-z",
    ),
)
