"""Checks of how strongly something is said: how many, why, and without exception."""

from __future__ import annotations

import re
from collections.abc import Iterator

from desktop.checks.known import Known
from desktop.checks.reading import LineKind, WrittenLine
from desktop.checks.registry import Check
from desktop.checks.spans import is_question, is_quoted, names_its_source, sentence_of
from desktop.checks.worded import said_of
from desktop.checks.wording import Match, matches
from desktop.core.figure_finding import figures
from desktop.core.figure_values import FigureKind, tells
from desktop.core.finding import Finding, FindingLevel, Group, TextField
from desktop.core.first_hand import is_our_own
from desktop.core.lacking import gives_example

_BEHIND = 40  # characters: as far as the verb
_KINDS = frozenset({LineKind.PARAGRAPH, LineKind.ITEM})
# What is asked for, possible or supposed claims no fact.
_NO_FACT = re.compile(
    r"\b(?:should|must|ought|may|might|can|could|would|will|shall|if|whether|unless|until|let|need"
    r"|needs|to be|aims?|intends?|plans?|pledged|expected|encouraged|invited|recommend|propose"
    r"|risks?|likely|potential|potentially)\b",
    re.IGNORECASE,
)
_ASKS = re.compile(
    r"\b(?:should|must|ought|if|when|whether|unless|until|would|recommend|propose)\b", re.IGNORECASE
)
_HEDGED = re.compile(
    r"\b(?:in (?:our|my) (?:view|opinion|experience)|we (?:believe|think|suspect|expect)|seems?"
    r"|appears?|suggests?|perhaps|partly|in part|among other|may|might|could|would|will|can|should"
    r"|if|whether|likely|risk|argues?|argued|says?|said|claims?|claimed)\b",
    re.IGNORECASE,
)


def quantities_are_exact(line: WrittenLine, known: Known) -> Iterator[Finding]:
    """Words such as "most" and "many" say how many, or have a source; once a line is enough."""
    if not _is_read(line) or names_its_source(line.line):
        return
    for match in matches(known.wording["vague-quantity"], line.text):
        sentence = _sentence(line, match)
        if _NO_FACT.search(_as_far_as(line, match)) or is_question(sentence):
            continue
        if _has_number(sentence):
            continue
        if not is_quoted(line.text, match.start):
            own = is_our_own(sentence)
            yield said_of(
                known.wording["vague-quantity"],
                match,
                line,
                "“{found}” does not say how many.",
                "Say how many of how many, even roughly."
                if own
                else "Say how many of how many, and cite where that comes from.",
                level=FindingLevel.NUDGE if own else None,
            )
            return


def causes_are_shown(line: WrittenLine, known: Known) -> Iterator[Finding]:
    """Words such as "led to" rest on more than one case, or are put more carefully."""
    if not _is_read(line) or names_its_source(line.line):
        return
    if any(tells(figure) for figure in figures(line.text)) and not gives_example(line.text):
        return
    for match in matches(known.wording["causal"], line.text):
        sentence = _sentence(line, match)
        if _HEDGED.search(sentence) or is_question(sentence) or is_quoted(line.text, match.start):
            continue
        one = gives_example(line.text) or is_our_own(sentence)
        yield said_of(
            known.wording["causal"],
            match,
            line,
            "“{found}” rests on one case here."
            if one
            else "“{found}” gives a cause without any evidence for it.",
            "Say how you know, show more than one case, or put it more carefully: “was followed "
            "by”, “in our experience”, “we believe”.",
        )


def absolutes_are_meant(line: WrittenLine, known: Known) -> Iterator[Finding]:
    """Words such as "always" and "no one" hold without exception: one is enough to answer them."""
    if not _is_read(line):
        return
    for match in matches(known.wording["absolute"], line.text):
        sentence = _sentence(line, match)
        if _ASKS.search(sentence) or is_question(sentence) or is_quoted(line.text, match.start):
            continue
        if not is_our_own(sentence):
            yield said_of(
                known.wording["absolute"],
                match,
                line,
                "“{found}” leaves no exception.",
                "Say how often or how many, or “in most cases we know of”: one exception would "
                "prove it wrong.",
            )


def _is_read(line: WrittenLine) -> bool:
    return line.field is TextField.BODY and line.kind in _KINDS


def _sentence(line: WrittenLine, match: Match) -> str:
    start, end = sentence_of(line.text, match.start)
    return line.text[start:end]


def _as_far_as(line: WrittenLine, match: Match) -> str:
    """Return a sentence from its beginning to a little behind what was found."""
    start, end = sentence_of(line.text, match.start)
    return line.text[start : min(end, match.end + _BEHIND)]


def _has_number(sentence: str) -> bool:
    return any(
        figure.kind in {FigureKind.SHARE, FigureKind.COUNT} and figure.value > 1
        for figure in figures(sentence)
    )


CHECKS = (
    Check(
        "vague-quantity",
        Group.EVIDENCE,
        "“Most” and “many” say how many",
        line=quantities_are_exact,
        rule="facts",
    ),
    Check("causal", Group.EVIDENCE, "Causes are shown, not only said", line=causes_are_shown),
    Check("absolute", Group.EVIDENCE, "Absolute words are meant", line=absolutes_are_meant),
)
