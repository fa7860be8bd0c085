"""Checks of evidence: figures have sources, sources exist, shared text is made one's own."""

from __future__ import annotations

import re
from collections.abc import Iterator

from desktop.checks.reading import Reading
from desktop.checks.registry import Check
from desktop.core.evidence import Origin, Snippet
from desktop.core.finding import Finding, FindingLevel, Group
from desktop.core.rules import Part
from desktop.core.runs import WordRuns, share_found, word_runs
from desktop.core.text import Cite, Paragraph, Quote, citations, plain, plain_text
from desktop.core.words import count_words
from desktop.markup.unreviewed import unreviewed

# Money, percentages, and numbers of three digits or more that are not years or parts of a longer
# code. A number is tried from its beginning alone, for a page of figures holds many middles.
_BEGINS = r"(?<!\d)(?<!\d[,.])"
_FIGURE = re.compile(
    rf"[£$€]\s?\d[\d,.]*|{_BEGINS}\d[\d,.]*\s?(?:%|per cent\b|percent\b)"
    rf"|{_BEGINS}\b\d{{1,3}}(?:,\d{{3}})+\b|\b(?!(?:1[89]|20)\d\d\b)\d{{3,}}\b"
    rf"|{_BEGINS}\b\d[\d,.]*\s(?:million|billion)\b",
    re.IGNORECASE,
)
# Words that say the figure is the organisation's own knowledge, which needs no footnote.
_OWN_KNOWLEDGE = re.compile(
    r"\b(?:we|our|us|my|members? (?:told|report)|in our (?:area|survey|records))\b", re.IGNORECASE
)
_ENOUGH_TO_NEED_EVIDENCE = 80
_UNEDITED = 0.8


def sources_are_known(reading: Reading) -> Iterator[Finding]:
    """Each citation names a Source of the library."""
    for item in reading.answers:
        unknown = {c.key for c in citations(item.blocks)} - reading.draft.sources.keys()
        for key in sorted(unknown):
            yield Finding(
                "source-known",
                FindingLevel.ERROR,
                Part.ANSWERS,
                f"A citation names “{key}”, which is not in the library.",
                "Add the source to the library, or take the citation out.",
                question=item.question.number,
                excerpt=key,
            )


def figures_have_sources(reading: Reading) -> Iterator[Finding]:
    """A paragraph with a figure cites where it comes from, unless it is the organisation's own."""
    for item in reading.answers:
        for block in item.blocks:
            lines = block.paragraphs if isinstance(block, Quote) else ()
            lines = (block.line,) if isinstance(block, Paragraph) else lines
            for line in lines:
                text = plain(line)
                figure = _FIGURE.search(text)
                if not figure or any(isinstance(part, Cite) for part in line):
                    continue
                if _OWN_KNOWLEDGE.search(text):
                    continue
                yield Finding(
                    "figure-source",
                    FindingLevel.WARNING,
                    Part.ANSWERS,
                    f"“{figure[0].strip()}” has no source.",
                    "Cite where it comes from, or say that it is your own and how you know it.",
                    question=item.question.number,
                    excerpt=figure[0].strip(),
                    rule=reading.draft.rules.rule("facts"),
                )


def answers_rest_on_evidence(reading: Reading) -> Iterator[Finding]:
    """An Answer of some length rests on something: a source, or what the organisation has seen."""
    for item in reading.started():
        text = plain_text(item.blocks)
        if count_words(text) < _ENOUGH_TO_NEED_EVIDENCE or any(
            True for _ in citations(item.blocks)
        ):
            continue
        if not _OWN_KNOWLEDGE.search(text):
            yield Finding(
                "evidence",
                FindingLevel.NUDGE,
                Part.ANSWERS,
                "This answer rests on no evidence yet.",
                "Add a figure, a case or a source, or say what you have seen yourselves.",
                question=item.question.number,
                rule=reading.draft.rules.rule("facts"),
            )


def snippets_are_made_your_own(reading: Reading) -> Iterator[Finding]:
    """A shipped paragraph is worked into the organisation's own words before it is sent.

    Of what nobody has reviewed yet it is said that it is unreviewed, and that is enough.
    """
    for item in reading.started():
        keys = {c.key for c in citations(item.blocks)}
        text = word_runs(plain_text(item.blocks))
        waiting = word_runs("\n".join(unreviewed(reading.draft, item.question.number)))
        for snippet in reading.known.snippets:
            if snippet.source not in keys or _stands_unedited(snippet, waiting):
                continue
            if _stands_unedited(snippet, text):
                yield Finding(
                    "own-words",
                    FindingLevel.WARNING,
                    Part.ANSWERS,
                    "A paragraph is as it came from the library.",
                    "Put it in your own words and add what you know: identical text in several "
                    "submissions is set aside.",
                    question=item.question.number,
                    excerpt=snippet.claim,
                    rule=reading.draft.rules.rule("originality"),
                    authority="Scottish National Investment Bank consultation report: 709 of 753 "
                    "campaign responses were identical and left out of the count",
                    address="https://beta.gov.scot/publications/"
                    "scottish-national-investment-bank-consultation-report/pages/4/",
                )


def _stands_unedited(snippet: Snippet, text: WordRuns) -> bool:
    return snippet.origin is Origin.BUILT_IN and share_found(snippet.text, text) >= _UNEDITED


CHECKS = (
    Check("source-known", Group.EVIDENCE, "Citations name a known source", sources_are_known),
    Check("figure-source", Group.EVIDENCE, "Figures have a source", figures_have_sources),
    Check("evidence", Group.EVIDENCE, "Answers rest on evidence", answers_rest_on_evidence),
    Check("own-words", Group.EVIDENCE, "Text is your own", snippets_are_made_your_own),
)
