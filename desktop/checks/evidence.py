"""Checks of what the answers rest on: evidence, of several kinds, used once, made one's own."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache

from desktop.checks.advice import ECOLOGISTS, GEDDES, IDENTICAL_TEXT
from desktop.checks.figures import names_a_document
from desktop.checks.reading import LineKind, Reading, WrittenLine
from desktop.checks.registry import Check
from desktop.checks.spans import is_question, spans, spot_of
from desktop.core.evidence import Origin, Snippet, SnippetKind
from desktop.core.figure_finding import figures
from desktop.core.figure_values import FigureKind, tells
from desktop.core.finding import Finding, FindingLevel, Group, TextField
from desktop.core.first_hand import is_first_hand, is_our_own
from desktop.core.lacking import gives_example
from desktop.core.rules import Part
from desktop.core.runs import WordRuns, word_runs
from desktop.core.text import Quote, citations, plain_text
from desktop.core.words import count_words
from desktop.markup import parse
from desktop.markup.unreviewed import unreviewed

_ENOUGH_TO_NEED_EVIDENCE = 80
_ENOUGH_TO_NEED_A_MIX = 250
_LONG_SENTENCE = 12  # words: shorter ones may well be said twice
_UNEDITED = 0.7
_LETTERS = re.compile(r"[^\W_]+")
_KEPT = 16_384  # lines and Snippets
_TEXTS = 256
# What kinds of evidence there are, and what adds another.
_FIGURES, _CASES, _SEEN, _RESEARCH = "figures", "cases", "what you have seen", "documents"


def answers_rest_on_evidence(reading: Reading) -> Iterator[Finding]:
    """An Answer of some length rests on something: a source, a figure, a case, or what the
    organisation has seen.
    """
    for item in reading.started():
        held = _held(item.answer.body)
        if held.words >= _ENOUGH_TO_NEED_EVIDENCE and not (held.cited or held.kinds or held.own):
            yield Finding(
                "evidence",
                FindingLevel.NUDGE,
                Part.ANSWERS,
                "This answer rests on no evidence yet.",
                "Add a figure, a case or a source, or say what you have seen yourselves.",
                question=item.question.number,
                basis=item.text,
            )


def evidence_is_mixed(reading: Reading) -> Iterator[Finding]:
    """A submission of some length rests on more than one kind of evidence."""
    held = [_held(item.answer.body) for item in reading.started()]
    if sum(each.words for each in held) < _ENOUGH_TO_NEED_A_MIX:
        return
    library = {(s.source, s.locator): s.kind for s in reading.known.snippets}
    kinds = {kind for each in held for kind in each.kinds}
    for place in {place for each in held for place in each.cited}:
        kinds.add(_KIND_OF.get(library.get(place, SnippetKind.ARGUMENT), _RESEARCH))
    if len(kinds) == 1:
        (only,) = kinds
        yield Finding(
            "one-kind",
            FindingLevel.NUDGE,
            Part.ANSWERS,
            f"All the evidence is of one kind: {only}.",
            "Add another: a figure, a case, research by others, or what people told you.",
            basis=only,
        )


_KIND_OF = {
    SnippetKind.STATISTIC: _FIGURES,
    SnippetKind.CASE_STUDY: _CASES,
    SnippetKind.QUOTATION: _CASES,
}


@dataclass(frozen=True, slots=True)
class _Held:
    """What an answer has: how many ``words``, what it cites, the ``kinds`` of evidence that its
    words tell of, and whether it speaks of what the organisation knows (``own``).
    """

    words: int
    cited: frozenset[tuple[str, str]]
    kinds: frozenset[str]
    own: bool


@lru_cache(maxsize=_TEXTS)
def _held(body: str) -> _Held:
    blocks = parse(body)
    text = plain_text(blocks)
    told = text.splitlines()
    kinds = {kind for line in told for kind in _kinds_in(line)}
    if any(isinstance(block, Quote) for block in blocks):
        kinds.add(_CASES)
    return _Held(
        count_words(text),
        frozenset((cite.key, cite.locator) for cite in citations(blocks)),
        frozenset(kinds),
        any(map(_is_told_by_us, told)),
    )


@lru_cache(maxsize=_KEPT)
def _kinds_in(text: str) -> frozenset[str]:
    found: set[str] = set()
    if any(tells(figure) and figure.kind is not FigureKind.TIME for figure in figures(text)):
        found.add(_FIGURES)
    if gives_example(text):
        found.add(_CASES)
    if names_a_document(text):
        found.add(_RESEARCH)
    if is_first_hand(text):
        found.add(_SEEN)
    return frozenset(found)


@lru_cache(maxsize=_KEPT)
def _is_told_by_us(text: str) -> bool:
    sentences = (text[start:end] for start, end in spans(text))
    return any(is_our_own(sentence) and not is_question(sentence) for sentence in sentences)


def evidence_is_used_once(reading: Reading) -> Iterator[Finding]:
    """The same sentence does not stand in two answers word for word."""
    known: dict[str, str] = {}
    for place, line in reading.lines:
        if line.field is not TextField.BODY or line.kind is LineKind.HEADER:
            continue
        for start, end, words in _sentences(line.text):
            first = known.setdefault(words, line.question)
            if first == line.question:
                continue
            yield Finding(
                "evidence-twice",
                FindingLevel.NUDGE,
                line.part,
                f"This sentence also stands in answer {first}.",
                f"Keep it where it helps most, and point to answer {first} from here.",
                question=line.question,
                excerpt=line.text[start:end],
                spot=spot_of(line, start, end, place),
                basis=line.text,
            )


@lru_cache(maxsize=_KEPT)
def _sentences(text: str) -> tuple[tuple[int, int, str], ...]:
    """Return the long sentences of a line: where they are, and their words alone."""
    found = ((start, end, _words(text[start:end])) for start, end in spans(text))
    return tuple(
        (start, end, words)
        for start, end, words in found
        if words.count(" ") + 1 >= _LONG_SENTENCE and not is_question(text[start:end])
    )


def _words(text: str) -> str:
    return " ".join(_LETTERS.findall(text.casefold()))


def snippets_are_made_your_own(reading: Reading) -> Iterator[Finding]:
    """A shipped paragraph is worked into the organisation's own words before it is sent.

    Of what nobody has reviewed yet it is said that it is unreviewed, and that is enough.
    """
    for item in reading.started():
        number = item.question.number
        keys = {cite.key for cite in citations(item.blocks)}
        built_in = [
            snippet
            for snippet in reading.known.snippets
            if snippet.origin is Origin.BUILT_IN and snippet.source in keys
        ]
        if not built_in:
            continue
        text = _runs(item.answer.body)
        for snippet in built_in:
            share = _share(snippet, text)
            if share >= _UNEDITED and not _is_unreviewed(snippet, number, reading):
                yield _unedited(snippet, share, number, reading)


def _is_unreviewed(snippet: Snippet, number: str, reading: Reading) -> bool:
    waiting = word_runs("\n".join(unreviewed(reading.draft, number)))
    return _share(snippet, waiting) >= _UNEDITED


def _share(snippet: Snippet, text: WordRuns) -> float:
    """Return the share of a Snippet that stands in a text (see ``share_found``)."""
    wanted = _runs_in(snippet.text)
    return len(wanted & text) / len(wanted) if wanted else 0.0


def _unedited(snippet: Snippet, share: float, number: str, reading: Reading) -> Finding:
    place, line = max(
        reading.lines_of(number), key=lambda told: _share(snippet, word_runs(told[1].text))
    )
    start, end = _stretch(snippet, line)
    return Finding(
        "own-words",
        FindingLevel.WARNING,
        line.part,
        f"{share:.0%} of a paragraph from the library stands here word for word.",
        "Put it in your own words and add what you know: identical text in several submissions is "
        "set aside.",
        question=number,
        excerpt=line.text[start:end],
        spot=spot_of(line, start, end, place),
        basis=line.text,
    )


def _stretch(snippet: Snippet, line: WrittenLine) -> tuple[int, int]:
    """Return from where to where sentences of a line come from a Snippet."""
    runs = _runs_in(snippet.text)
    there = [span for span in spans(line.text) if word_runs(line.text[span[0] : span[1]]) & runs]
    return (there[0][0], there[-1][1]) if there else (0, len(line.text))


@lru_cache(maxsize=_TEXTS)
def _runs(body: str) -> WordRuns:
    return word_runs(plain_text(parse(body)))


@lru_cache(maxsize=_KEPT)
def _runs_in(text: str) -> WordRuns:
    return word_runs(text)


CHECKS = (
    Check(
        "evidence",
        Group.EVIDENCE,
        "Answers rest on evidence",
        answers_rest_on_evidence,
        rule="facts",
        authority=ECOLOGISTS.authority,
        address=ECOLOGISTS.address,
    ),
    Check(
        "one-kind",
        Group.EVIDENCE,
        "Evidence of more than one kind",
        evidence_is_mixed,
        authority=GEDDES.authority,
        address=GEDDES.address,
    ),
    Check(
        "evidence-twice",
        Group.EVIDENCE,
        "Evidence is used once",
        evidence_is_used_once,
        authority=ECOLOGISTS.authority,
        address=ECOLOGISTS.address,
    ),
    Check(
        "own-words",
        Group.EVIDENCE,
        "Text is your own",
        snippets_are_made_your_own,
        rule="originality",
        authority=IDENTICAL_TEXT.authority,
        address=IDENTICAL_TEXT.address,
    ),
)
