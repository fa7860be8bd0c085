"""Drafts in a few words: ``make_draft(answers={"1": "The hall closed."})``."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from datetime import date, datetime

from desktop.core.consultation import Consultation, Limit, Question
from desktop.core.evidence import Snippet, SnippetKind, Source
from desktop.core.response import (
    Answer,
    Draft,
    Organisation,
    Recommendation,
    Response,
    SummaryPoint,
)
from desktop.core.rules import Authority, Rule, Rules, Strength

DAY = datetime(2026, 11, 23, 9, 0)  # noqa: DTZ001
SOURCE = Source(
    "larch-2024",
    "The state of village halls",
    author="Larchfield Institute",
    date="2024-05",
    short="Larchfield Institute, 2024",
)
SNIPPET = Snippet(
    "larch-1",
    "larch-2024",
    "Halls are closing for want of trustees.",
    "The Larchfield Institute reports that village halls close less for want of money than of "
    "people: in the halls it visited, trustees were leaving faster than new ones could be found.",
    SnippetKind.ARGUMENT,
    "page 4",
    tags=("halls", "trustees"),
)


def make_rules() -> Rules:
    """Return the rules of a made-up committee."""
    rule = Rule(
        "length",
        "Keep it short.",
        Strength.ADVICE,
        Authority.ASSUMED,
        "Made up for a test",
        "https://example.org",
        date(2026, 11, 22),
    )
    return Rules("test", "Test committee", "Test committee", date(2026, 11, 22), rules=(rule,))


def make_questions(count: int) -> tuple[Question, ...]:
    """Return so many open questions, numbered from 1."""
    return tuple(
        Question(str(n), f"What should be done about hall number {n}?", f"Hall {n}")
        for n in range(1, count + 1)
    )


def make_draft(
    answers: Mapping[str, str | Answer] | None = None,
    *,
    questions: int | tuple[Question, ...] = 3,
    limit: Limit | None = None,
    organisation: Organisation | None = None,
    recommendations: Iterable[Recommendation] = (),
    sources: Iterable[Source] = (SOURCE,),
    key_points: bool = True,
    summary: tuple[SummaryPoint, ...] | None = None,
    reason: str = "We run four halls.",
    about: str | None = None,
    oral_evidence: str = "",
    rules: Rules | None = None,
) -> Draft:
    """Return a Draft of a made-up charity to a made-up inquiry; an answer may be just its text."""
    asked = make_questions(questions) if isinstance(questions, int) else questions
    written = {
        number: answer
        if isinstance(answer, Answer)
        else Answer("r", number, key_point=f"Point {number}." if key_points else "", body=answer)
        for number, answer in (answers or {}).items()
    }
    return Draft(
        consultation=Consultation(
            "halls", "The future of village halls", "Rural Committee", asked, "test", limit=limit
        ),
        organisation=organisation
        or Organisation("o", "Fernbrook Community Trust", about="We run four village halls."),
        response=Response(
            "r",
            "halls",
            "o",
            DAY,
            DAY,
            reason=reason,
            about=about,
            summary=summary,
            oral_evidence=oral_evidence,
        ),
        rules=rules or make_rules(),
        answers=written,
        recommendations=tuple(recommendations),
        sources={source.key: source for source in sources},
    )
