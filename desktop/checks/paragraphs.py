"""Checks of paragraphs: short enough to be numbered, found and quoted."""

from __future__ import annotations

from collections.abc import Iterator

from desktop.checks.known import Known
from desktop.checks.reading import LineKind, WrittenLine
from desktop.checks.registry import Check
from desktop.checks.spans import spans, spot_of
from desktop.core.finding import Finding, FindingLevel, Group
from desktop.core.words import count_words

_MOST_WORDS = 150


def paragraphs_are_short(line: WrittenLine, _known: Known) -> Iterator[Finding]:
    """A paragraph is short enough for a reader in a hurry."""
    if line.kind not in (LineKind.PARAGRAPH, LineKind.ITEM):
        return
    words = count_words(line.text)
    if words <= _MOST_WORDS:
        return
    start, end = next(iter(spans(line.text)))
    yield Finding(
        "long-paragraph",
        FindingLevel.NUDGE,
        line.part,
        f"This paragraph has {words} words.",
        f"Split it where a new thought begins: up to {_MOST_WORDS} words are easy to find again "
        "and to quote.",
        question=line.question,
        excerpt=line.text[start:end],
        spot=spot_of(line, start, end),
    )


CHECKS = (
    Check(
        "long-paragraph",
        Group.LANGUAGE,
        "Paragraphs are short",
        line=paragraphs_are_short,
        authority="Parliament's Knowledge Exchange Unit and POST, writing for a parliamentary "
        "audience: readers are busy and no specialists",
        address="https://pdfslide.net/documents/"
        "for-a-parliamentary-audience-2021-2-10-structure-general-2-amake-it-easy.html",
    ),
)
