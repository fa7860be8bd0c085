"""Checks of figures: where they come from, of how many, and whose survey it was."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import lru_cache

from desktop.checks.advice import ECOLOGISTS, FULL_FACT
from desktop.checks.reading import LineKind, Reading, WrittenLine
from desktop.checks.registry import Check
from desktop.checks.spans import (
    is_question,
    is_quoted,
    sentence_of,
    sourced,
    spans,
    spot_of,
)
from desktop.core.figure_finding import figures
from desktop.core.figure_values import Figure, FigureKind, tells
from desktop.core.finding import Finding, FindingLevel, Group, TextField
from desktop.core.first_hand import is_our_own
from desktop.core.line_words import has_one_of

# Smaller counts are seldom statistics: "in 12 places", "the nine issues".
_MANY = 100
_KEPT = 16_384
_KINDS = frozenset({LineKind.PARAGRAPH, LineKind.ITEM, LineKind.QUOTE})
# A sentence that asks for something, or only supposes it, claims no fact.
_NO_FACT = re.compile(
    r"\b(?:should|must|ought to|recommend|propose|call for|suppose|imagine|for the sake of"
    r"|let us say|would like)\b|\bif\b.{0,60}\bwould\b",
    re.IGNORECASE,
)
# Figures that are names: telephone services, sections of Acts, standards, a full circle.
_NAMES = re.compile(
    r"\A(?:999|111|101|112|116)\s(?:call|number|service|line)|\A360|\A24/7|\A\d+[- ]degree"
    r"|\A(?:106|21)\sagreement",
    re.IGNORECASE,
)
# "two of the three halls": a few that everybody can count, no share of many.
_OF_A_FEW = re.compile(r"\bof (?:the|our|these|those|all)\b", re.IGNORECASE)
_FRACTION = re.compile(r"\A(?:\w+[ -])?(?:half|third|quarter|fifth|sixth|tenth)s?\Z", re.IGNORECASE)
_OF = re.compile(r"\sof\s(?!it\b|them\b|the\s(?:way|time|day|hall|building|year)\b)", re.IGNORECASE)
_PERCENT = re.compile(r"(?:%|per ?cent)\Z", re.IGNORECASE)
_CHANGED = re.compile(
    r"\A\s(?:rise|fall|increase|decrease|growth|cut|drop|decline|reduction)\b", re.IGNORECASE
)
_FOUND = re.compile(r"\s(?:\w+ )?(?:found|finds|shows?|showed|suggests?)\b", re.IGNORECASE)
_NAMES_A_DOCUMENT = re.compile(
    r"\b(?:according to|(?:report|survey|study|research|review|inquiry|analysis|census|figures|data"
    r"|statistics)\s(?:\w+\s){0,4}?(?:by|from|of|published|found|finds|shows?|showed|estimates?"
    r"|says?|said|reported|suggests?)"
    r"|(?-i:[A-Z][\w’'-]+ (?:Review|Report|Inquiry|Survey|Study|Census|Index)))\b",
    re.IGNORECASE,
)
_DOCUMENTS = (
    *("according", "report", "survey", "stud", "research", "review", "inquiry", "analysis"),
    *("census", "figures", "data", "statistics"),
)
# What leads away again from what an organisation tells of itself.
_ELSEWHERE = re.compile(
    r"\b(?:nationally|in (?:England|Scotland|Wales|Northern Ireland|Britain)|across the (?:country"
    r"|county|sector|UK|region)|in the (?:UK|country|county) as a whole|elsewhere|on average"
    r"|the (?:average|national|typical))\b",
    re.IGNORECASE,
)
# What somebody answered when asked, as opposed to what was counted.
_ASKED = re.compile(
    r"\b(?:respondents|responded|surveyed|polled|interviewees|participants|survey|poll"
    r"|questionnaire|answered)\b",
    re.IGNORECASE,
)
_SAYS = re.compile(
    r"\A\s(?:\w+ly )?(?:said|say|agreed?|disagreed?|thought|felt|believed?|told|reported|wanted)\b",
    re.IGNORECASE,
)
_CHANGE = re.compile(
    r"\b(?:rose|risen|rise|fell|fallen|fall|grew|grown|growth|increased?|increase|decreased?"
    r"|decline[ds]?|dropped|drop|reduced|reduction|cut|shrank|shrunk|up|down|jumped|doubled)"
    r"\s(?:\w+ ){0,3}?(?:by|of)\s(?:about |around |some |nearly |almost |over |more than )?\Z",
    re.IGNORECASE,
)
_SINCE = re.compile(
    r"\b(?:from|since|between|compared|than|over the|in the (?:last|past|year|same)|during|a year"
    r"|per year|each year|every year|annual|yearly|last year|this year|within|after|before|on the"
    r"|year on year|by (?:19|20)\d\d|in (?:19|20)\d\d|(?:19|20)\d\d)\b",
    re.IGNORECASE,
)
_SAMPLE = re.compile(r"\bn\s?=\s?\d|\bsample\b|\bbase:", re.IGNORECASE)
# "60% of the 350 who answered": a number of people that has no word of its own.
_OF_SO_MANY = re.compile(
    r"\b(?:of|from|among) (?:"
    r"(?:(?:the|our|all|these|those) )+\d[\d,]*\b"
    r"(?! ?(?:%|per ?cent|p(?:ence)?\b|years?\b|months?\b|weeks?\b|days?\b|questions?\b))"
    r"|(?!(?:19|20)\d\d\b)\d[\d,]* (?:who|whom|that)\b)",
    re.IGNORECASE,
)
_SURVEY = re.compile(
    r"\b(?:a|an|one|the|this|that|recent)\s(?:(?:recent|online|short|national|local|small|large"
    r"|new|postal|telephone|annual|first|latest)\s){0,2}(?:survey|poll|questionnaire)\b",
    re.IGNORECASE,
)
_SURVEYS = frozenset({"survey", "poll", "questionnaire"})
_WHOSE = re.compile(
    r"\b(?:by|for|commissioned|carried out|conducted|government|office|ons|university|institute"
    r"|council's|census)\b|\b(?:survey|poll|questionnaire) (?:by|from|for|of third)\b",
    re.IGNORECASE,
)


def figures_have_sources(reading: Reading) -> Iterator[Finding]:
    """A figure has a source, unless it is the organisation's own."""
    covered = {item.question.number: sourced(item.answer.body) for item in reading.answers}
    for place, line in _read(reading):
        figure = None if covered[line.question][place] else unsourced(line.text)
        # A survey without a name is said to be one.
        if figure is None or _survey(line.text):
            continue
        named = names_a_document(_sentence(line.text, figure))
        yield Finding(
            "figure-source",
            FindingLevel.NUDGE if named else FindingLevel.WARNING,
            line.part,
            f"“{figure.text}” names where it comes from, but cites nothing."
            if named
            else f"“{figure.text}” has no source.",
            "Cite the document and the place, so that a reader can look it up."
            if named
            else "Cite where it comes from, or say that it is your own and how you know it.",
            question=line.question,
            excerpt=figure.text,
            spot=spot_of(line, figure.start, figure.end, place),
            basis=line.text,
        )


@lru_cache(maxsize=_KEPT)
def unsourced(text: str) -> Figure | None:
    """Return the first figure of a line that is a claim about the world, and so needs a source."""
    for figure in figures(text):
        if _is_statistic(text, figure):
            sentence = _sentence(text, figure)
            asks = is_question(sentence) or _NO_FACT.search(sentence)
            if not asks and not _is_told_of_us(text, sentence, figure):
                return figure
    return None


def _is_told_of_us(text: str, sentence: str, figure: Figure) -> bool:
    """Tell whether a figure belongs to what a paragraph tells of the organisation itself, which it
    may have begun some sentences before.
    """
    if is_our_own(sentence):
        return True
    if _ELSEWHERE.search(sentence):
        return False
    before = (text[start:end] for start, end in spans(text) if end <= figure.start)
    return any(is_our_own(each) and not is_question(each) for each in before)


def names_a_document(text: str) -> bool:
    """Tell whether a text says in words which document something comes from."""
    # Most lines have none of these words, and need no closer look.
    small = text.casefold()
    return any(word in small for word in _DOCUMENTS) and _NAMES_A_DOCUMENT.search(text) is not None


def percentages_have_a_base(reading: Reading) -> Iterator[Finding]:
    """A percentage says of how many, or since when."""
    for place, line in _read(reading):
        wrong = _without_base(line.text)
        if wrong is None:
            continue
        figure, change = wrong
        yield Finding(
            "percentage-base",
            FindingLevel.NUDGE if line.cites else FindingLevel.WARNING,
            line.part,
            f"“{figure.text}” does not say since when."
            if change
            else f"“{figure.text}” does not say of how many.",
            "Say from what it changed, and between which dates."
            if change
            else "Say how many were asked and who they were: “60% of the 350 who answered”.",
            question=line.question,
            excerpt=figure.text,
            spot=spot_of(line, figure.start, figure.end, place),
            basis=line.text,
        )


@lru_cache(maxsize=_KEPT)
def _without_base(text: str) -> tuple[Figure, bool] | None:
    """Return a percentage of nobody knows how many, or (True) since nobody knows when."""
    for figure in figures(text):
        if not _PERCENT.search(figure.text) or is_quoted(text, figure.start):
            continue
        sentence = _sentence(text, figure)
        if _NO_FACT.search(sentence) or is_question(sentence):
            continue
        changed = _CHANGE.search(text[: figure.start]) or _CHANGED.match(text[figure.end :])
        if changed and not _SINCE.search(sentence):
            return figure, True
        asked = _ASKED.search(sentence) or _SAYS.match(text[figure.end :])
        if asked and not changed and not _says_of_how_many(text):
            return figure, False
    return None


def _says_of_how_many(text: str) -> bool:
    named = _SAMPLE.search(text) or _OF_SO_MANY.search(text)
    return named is not None or any(map(_counts, figures(text)))


def surveys_say_whose_they_are(reading: Reading) -> Iterator[Finding]:
    """A survey says who made it: above all when it is the organisation's own."""
    ours = reading.draft.organisation.name.strip().casefold()
    for place, line in _read(reading):
        found = _survey(line.text)
        if found is None:
            continue
        own = _cites_ourselves(line, reading, ours)
        if not own and (line.cites or _WHOSE.search(line.text)):
            continue
        start, end = found
        survey = line.text[start:end]
        yield Finding(
            "own-survey",
            FindingLevel.WARNING,
            line.part,
            f"“{survey}” is your own, but the text does not say so."
            if own
            else f"“{survey}” does not say who made it.",
            "Say that it is your own, whom you asked, how many and when."
            if own
            else "Say whose it is and, if it is your own, whom you asked, how many and when.",
            question=line.question,
            excerpt=survey,
            spot=spot_of(line, start, end, place),
            basis=line.text,
        )


@lru_cache(maxsize=_KEPT)
def _survey(text: str) -> tuple[int, int] | None:
    """Return where a line speaks of the results of a survey that is not said to be its own."""
    for start, end in spans(text) if has_one_of(_SURVEYS, text) else ():
        found = _SURVEY.search(text, start, end)
        if found and not is_quoted(text, found.start()) and not is_our_own(text):
            if _NO_FACT.search(text[start:end]) or is_question(text[start:end]):
                continue
            if any(tells(figure) for figure in figures(text)) or _FOUND.match(text[found.end() :]):
                return found.span()
    return None


def _cites_ourselves(line: WrittenLine, reading: Reading, ours: str) -> bool:
    """Tell whether a line cites a document of the organisation itself."""
    cited = (reading.draft.sources.get(cite.key) for cite in line.cites)
    names = {name.strip().casefold() for one in cited if one for name in (one.author, one.body)}
    return bool(ours) and ours in names


def _read(reading: Reading) -> Iterator[tuple[int, WrittenLine]]:
    """Yield the lines of the answers that say something in sentences."""
    for place, line in reading.lines:
        if line.field is TextField.BODY and line.kind in _KINDS:
            yield place, line


def _is_statistic(text: str, figure: Figure) -> bool:
    if not tells(figure) or _NAMES.search(figure.text):
        return False
    if figure.kind is FigureKind.COUNT:
        return figure.value >= _MANY
    if _FRACTION.match(figure.text):
        return _OF.match(text[figure.end :]) is not None
    return not _OF_A_FEW.search(figure.text)


def _counts(figure: Figure) -> bool:
    return figure.kind is FigureKind.COUNT and figure.value > 1


def _sentence(text: str, figure: Figure) -> str:
    start, end = sentence_of(text, figure.start)
    return text[start:end]


CHECKS = (
    Check(
        "figure-source",
        Group.EVIDENCE,
        "Figures have a source",
        figures_have_sources,
        rule="facts",
        authority=FULL_FACT.authority,
        address=FULL_FACT.address,
    ),
    Check(
        "percentage-base",
        Group.EVIDENCE,
        "Percentages say of how many",
        percentages_have_a_base,
        rule="facts",
        authority=ECOLOGISTS.authority,
        address=ECOLOGISTS.address,
    ),
    Check(
        "own-survey",
        Group.EVIDENCE,
        "Surveys say whose they are",
        surveys_say_whose_they_are,
        rule="facts",
        authority=ECOLOGISTS.authority,
        address=ECOLOGISTS.address,
    ),
)
