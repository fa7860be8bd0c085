"""Consultation files: an inquiry with its Questions in order."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

from desktop.core.consultation import Consultation, Limit, LimitUnit, Question, QuestionKind
from desktop.store.packs.forms import (
    ADDRESS,
    CLOCK,
    DAY,
    KEY,
    LINE,
    LINE_OR_EMPTY,
    LINES,
    LINES_OR_EMPTY,
    NUMBER,
    WHOLE,
    YES_NO,
    ZONE,
    choice,
    list_of,
)
from desktop.store.packs.reading import PackFormat, read_pack
from desktop.store.packs.schema import (
    FORMAT_FIELD,
    VERSION_FIELD,
    Field,
    Row,
    RowReport,
    Rows,
    Schema,
    Table,
    table_of,
)

_LANGUAGES = ("en-GB", "cy-GB")
_CHOOSING = (QuestionKind.SINGLE, QuestionKind.MULTIPLE)


@dataclass(frozen=True, slots=True)
class ConsultationPack:
    """A Consultation and the version of its file."""

    file: Path
    version: int
    consultation: Consultation


def read_consultation(path: Path) -> ConsultationPack:
    """Read a consultation file; raises PackError with everything that is wrong with it."""
    return read_pack(path, CONSULTATION)


def _check_dates(row: Row, report: RowReport) -> None:
    announced, closes = row.get("announced"), row.get("closes")
    if "closes_time" in row and closes is None:
        report.wrong("closes_time", "there is a time of day but no day", "the day under 'closes'")
    if announced and closes and closes < announced:
        report.wrong("closes", "it closes before it is announced", f"a day from {announced}")


def _check_options(row: Row, report: RowReport) -> None:
    kind, options = row.get("kind", QuestionKind.OPEN), row.get("options", ())
    if kind in _CHOOSING and len(options) < 2:
        message = f"a question of the kind '{kind}' needs something to choose from"
        report.wrong("options", message, "a list of at least 2 options")
    elif kind is QuestionKind.OPEN and options:
        report.wrong("options", "an open question has no options", "an empty list, or no such key")


_LIMIT = (
    Field("value", WHOLE, "How many."),
    Field("unit", choice(LimitUnit), "Of what."),
    Field("hard", YES_NO, "Whether more is refused; otherwise it is advice.", required=False),
    Field("note", LINE_OR_EMPTY, "A sentence shown with the limit.", required=False),
)
LIMIT = table_of(_LIMIT, '{ value = 300, unit = "words" }')

TOP = Table(
    "",
    "An inquiry, call for evidence or consultation.",
    (
        FORMAT_FIELD,
        VERSION_FIELD,
        Field("id", KEY, "Names the consultation; no other file may have it."),
        Field("title", LINE, "Its official title."),
        Field("body", LINE, "Who asks."),
        Field("body_short", LINE_OR_EMPTY, "A shorter name of who asks.", required=False),
        Field("session", LINE_OR_EMPTY, "The session of Parliament.", required=False),
        Field("announced", DAY, "When it was announced.", required=False),
        Field("closes", DAY, "The last day; left out when unknown.", required=False),
        Field("reference", LINE_OR_EMPTY, "A number it is known by.", required=False),
        Field("address", ADDRESS, "Where it can be read."),
        Field("closes_time", CLOCK, "The time of day at which it closes.", required=False),
        Field("time_zone", ZONE, "Where that is the time.", required=False),
        Field(
            "languages",
            list_of(choice(_LANGUAGES)),
            "The languages that the call asks for.",
            required=False,
        ),
        Field("clauses", list_of(LINE), "The clauses of the bill it is about.", required=False),
        Field("amendments", list_of(LINE), "The amendments tabled so far.", required=False),
        Field("rules", KEY, "The id of the rules file that holds."),
        Field("about", LINES, "Two or three sentences of ours."),
        Field(
            "lead_in",
            LINES_OR_EMPTY,
            "The official words before the questions.",
            required=False,
        ),
    ),
    check=_check_dates,
)

QUESTION = Table(
    "question",
    "One issue to answer, in order.",
    (
        Field("number", NUMBER, "Its number; no two questions may have the same."),
        Field("heading", LINE, "A short heading of ours."),
        Field("text", LINES, "The exact official wording."),
        Field("guidance", LINES_OR_EMPTY, "One or two sentences of ours.", required=False),
        Field("kind", choice(QuestionKind), "How it wants to be answered.", required=False),
        Field("required", YES_NO, "Whether it must be answered.", required=False),
        Field("options", list_of(LINE), "What a closed question offers.", required=False),
        Field("limit", LIMIT, "How long its answer may be.", required=False),
        Field("heading_welsh", LINE_OR_EMPTY, "Our heading in Welsh.", required=False),
        Field(
            "text_welsh",
            LINES_OR_EMPTY,
            "The exact official wording in Welsh.",
            required=False,
        ),
    ),
    repeats=True,
    unique="number",
    check=_check_options,
)

SCHEMA = Schema(
    "a consultation",
    (
        TOP,
        Table("limit", "How long the whole submission may be.", _LIMIT, required=False),
        QUESTION,
    ),
)


def _build(file: Path, rows: Rows) -> ConsultationPack:
    (top,) = rows[""]
    limit = next((Limit(**row) for row in rows["limit"]), None)
    questions = tuple(question_of(row) for row in rows["question"])
    own = {key: value for key, value in top.items() if key not in ("format", "version")}
    return ConsultationPack(
        file, top["version"], Consultation(**own, limit=limit, questions=questions)
    )


def question_of(row: Row) -> Question:
    """Return the Question of a row."""
    limit = row.get("limit")
    return Question(**{**row, "limit": Limit(**limit) if limit else None})


CONSULTATION = PackFormat(SCHEMA, _build)
