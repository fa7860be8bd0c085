"""The tables of what a course has to practise on: model answers and exercises."""

from __future__ import annotations

from desktop.core.course import PartKind
from desktop.store.packs.forms import (
    COUNT,
    KEY,
    LEVEL,
    LINE,
    LINE_OR_EMPTY,
    LINES,
    LONG_TEXT,
    NUMBER,
    WHOLE,
    Form,
    Report,
    choice,
    list_of,
    text,
)
from desktop.store.packs.schema import Field, Table, table_of

PART = choice(PartKind)


def optional(key: str, form: Form, says: str) -> Field:
    """Return a key that may be left out."""
    return Field(key, form, says, required=False)


_NOTE = table_of(
    (
        Field("at", LINES, "The exact words that it is about."),
        Field("text", LINES, "What is said of them."),
        optional("part", PART, "What they do in the argument."),
    ),
    '{ at = "exact words", text = "what they do", part = "claim" }',
)
_MARK = table_of(
    (
        Field("criterion", KEY, "The id of a criterion."),
        Field("level", LEVEL, "The level."),
        Field("why", LINES, "Why."),
    ),
    '{ criterion = "evidence", level = 2, why = "…" }',
)


def _check_ask(value: str, report: Report) -> None:
    parts = value.split("|")
    if len(parts) > 1 and (len(parts) != 3 or not all(part.strip() for part in parts[:2])):
        report("it does not say who, what and by when")


_ASK = text('text such as "WHO | WHAT | BY WHEN", or a whole sentence', check=_check_ask)

MODEL = Table(
    "model",
    "A finished answer, with notes on how it works.",
    (
        Field("id", KEY, "Names the model answer."),
        Field("question", NUMBER, "The number of the question it answers."),
        Field("level", LINE, 'What it shows, such as "A strong answer".'),
        Field("key_point", LINE_OR_EMPTY, "Its key point."),
        Field("text", LONG_TEXT, "The answer, with citations."),
        optional("recommendations", list_of(_ASK), "What it asks for."),
        optional("notes", list_of(_NOTE), "Marginal notes, each on words of the text."),
        optional("marks", list_of(_MARK), "What it would be given by the rubric, and why."),
    ),
    repeats=True,
    required=False,
    unique="id",
)

REPAIR = Table(
    "repair",
    "A flawed paragraph to mend.",
    (
        Field("id", KEY, "Names the exercise."),
        Field("question", NUMBER, "The number of the question that the paragraph answers."),
        Field("says", LINES, "What a learner is told."),
        Field("text", LONG_TEXT, "The flawed paragraph."),
        Field("faults", list_of(KEY), "The ids of the checks that find its faults."),
        optional("hints", list_of(LINES), "Hints, the first first."),
        Field("solution", LONG_TEXT, "The paragraph, mended."),
        Field("reasons", LINES, "Why it is better."),
        optional(
            "recommendation",
            table_of(
                (
                    Field("who", LINE, "Who should do it."),
                    Field("what", LINE, "What they should do."),
                    Field("by_when", LINE_OR_EMPTY, "By when."),
                ),
                '{ who = "…", what = "…", by_when = "…" }',
            ),
            "A recommendation that the solution comes with.",
        ),
    ),
    repeats=True,
    required=False,
    unique="id",
)

SPOT = Table(
    "spot",
    "An answer in which to mark what is what.",
    (
        Field("id", KEY, "Names the exercise."),
        Field("says", LINES, "What a learner is told."),
        Field("text", LONG_TEXT, "The answer."),
        Field("parts", list_of(PART, least=1), "What is to be marked."),
        Field(
            "key",
            list_of(
                table_of(
                    (
                        Field("part", PART, "What the words are."),
                        Field("at", LINES, "The exact words."),
                        Field("why", LINES, "How to tell."),
                    ),
                    '{ part = "claim", at = "exact words", why = "…" }',
                ),
            ),
            "What is right, and why.",
        ),
    ),
    repeats=True,
    required=False,
    unique="id",
)

BUDGET = Table(
    "budget",
    "Words to share out among questions.",
    (
        Field("id", KEY, "Names the exercise."),
        Field("words", WHOLE, "How many words there are."),
        Field("says", LINES, "What a learner is told."),
        Field("reasons", LINES, "Why the key shares them out as it does."),
        Field(
            "shares",
            list_of(
                table_of(
                    (
                        Field("question", NUMBER, "The number of the question."),
                        Field("least", COUNT, "Under so many words something is lost."),
                        Field("lost", LINES, "What is lost then."),
                        Field("model", COUNT, "The key's share."),
                    ),
                    '{ question = "1", least = 150, lost = "…", model = 400 }',
                ),
                least=1,
            ),
            "What each question wants; the key's shares add up to the words.",
        ),
    ),
    repeats=True,
    required=False,
    unique="id",
)
