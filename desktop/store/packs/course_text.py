"""A Course written out as the text of its file, which ``courses`` reads to the same Course."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import asdict, fields
from enum import StrEnum
from pathlib import Path
from typing import Any

from desktop.core.characters import safe_characters
from desktop.core.consultation import Consultation
from desktop.core.course import Course, Criterion, ModelAnswer, Paper, Repair, Rubric, Switches
from desktop.core.course_writing import BLANK
from desktop.core.evidence import Snippet, SnippetKind
from desktop.errors import ContentError
from desktop.store.packs.course_tables import BUILT_IN_SCHEMA, SCHEMA
from desktop.store.packs.document import Document
from desktop.store.packs.forms import LINE, LINE_OR_EMPTY
from desktop.store.packs.problems import Level
from desktop.store.packs.schema import FORMAT

_HEAD = "# A course for Consultee: Courses > Bring in a course.\n\n"
_OF_PAPERS = ("key", "title", "author", "date", "kind", "short", "note")
_LISTS = ("hearing", "peer", "checklist", "comments")


def course_text(course: Course, shared: Rubric | None = None) -> str:
    """Return the text of a Course's file. The rubric is left out where it is the ``shared`` one; a
    text that must be there and is empty is written as "…".

    Raises ContentError if the file could not be read again: a text is too long, for example.
    """
    import tomli_w

    said = _plain(_said(course, shared))
    schema = SCHEMA if course.consultation is not None else BUILT_IN_SCHEMA
    for table in schema.tables:
        for field in table.fields:
            if field.form is LINE or field.form is LINE_OR_EMPTY:
                _on_one_line(said if not table.name else said.get(table.name, ()), field.key)
    text = _HEAD + tomli_w.dumps(said, multiline_strings=True)
    _, problems = schema.read(Document(Path(f"{course.id}.toml"), text, said))
    wrong = next((each for each in problems if each.level is Level.ERROR), None)
    if wrong is not None:
        raise ContentError(
            "This cannot be kept in a course",
            f"{wrong.place}: {wrong.message}. Allowed: {wrong.allowed or 'something else'}.",
            "What was kept before is still there. Change it, and it is tried again.",
        )
    return text


def _on_one_line(rows: Any, key: str) -> None:
    """Keep a text on one line where no other may be."""
    for row in [rows] if isinstance(rows, dict) else rows:
        value = row.get(key)
        if isinstance(value, str) and len(value.splitlines()) > 1:
            row[key] = " ".join(value.split())


def _said(course: Course, shared: Rubric | None) -> dict[str, Any]:
    said: dict[str, Any] = {
        "format": FORMAT,
        "version": course.version,
        **{key: getattr(course, key) or BLANK for key in ("id", "title", "about", "author")},
        "minutes": max(1, course.minutes),
        "aims": list(course.aims) or [BLANK],
        "example": course.example,
        **{key: list(getattr(course, key)) for key in _LISTS if getattr(course, key)},
        **({"rules_off": list(course.rules_off)} if course.rules_off else {}),
    }
    own = course.consultation
    said |= _own(own) if own is not None else {"consultation": course.consultation_id}
    organisation = _filled(course.organisation, without=("id",))
    said["organisation"] = {"name": BLANK, **organisation}
    said |= _practice(course)
    if course.rubric != shared and course.rubric.criteria:
        said["rubric"] = {
            key: getattr(course.rubric, key) or BLANK for key in ("id", "title", "whose")
        }
        said["criterion"] = [_criterion(each) for each in course.rubric.criteria]
    said["unit"] = [_filled(each, "title", "aim") for each in course.units]
    said["step"] = [_filled(each, "title") for each in course.steps]
    if course.switches != Switches():
        said["switches"] = _switches(course.switches)
    return said


def _switches(switches: Switches) -> dict[str, Any]:
    said: dict[str, Any] = {
        key: sorted(on) if isinstance(on, frozenset) else on for key, on in asdict(switches).items()
    }
    # Most courses turn nothing single off, and a program that knows nothing of it can read them.
    return {key: on for key, on in said.items() if on or key not in ("hints_off", "snippets_off")}


def _own(asked: Consultation) -> dict[str, Any]:
    about = _filled(asked, "title", "body", "about", without=("questions", "limit"))
    if asked.limit is not None:
        about["limit"] = _filled(asked.limit)
    questions = [
        {
            **_filled(each, "heading", "text", without=("limit",)),
            **({"limit": _filled(each.limit)} if each.limit else {}),
        }
        for each in asked.questions
    ]
    return {"consultation": about, "question": questions}


def _practice(course: Course) -> dict[str, Any]:
    said: dict[str, Any] = {
        "rule": [_filled(each, without=(), keep=("address",)) for each in course.rules],
        "paper": [_paper(each) for each in course.papers],
        "snippet": [_snippet(each, course.consultation_id) for each in course.snippets],
        "cue": [_filled(each, "text") for each in course.cues],
        "frame": [_filled(each, "text") for each in course.frames],
        "model": [_model(each) for each in course.models],
        "repair": [_repair(each) for each in course.repairs],
        "spot": [
            {**_filled(each, "text", "says"), "key": [_filled(one, "why") for one in each.key]}
            for each in course.spots
        ],
        "budget": [
            {
                **_filled(each, "says", "reasons"),
                "shares": [{**asdict(share), "lost": share.lost or BLANK} for share in each.shares],
            }
            for each in course.budgets
        ],
    }
    return {key: rows for key, rows in said.items() if rows}


def _paper(paper: Paper) -> dict[str, Any]:
    said = {key: getattr(paper.source, key) for key in _OF_PAPERS}
    said = {key: value for key, value in said.items() if value}
    title = paper.source.title or BLANK
    return {**said, "title": title, "short": said.get("short", title), "text": paper.text or BLANK}


def _criterion(criterion: Criterion) -> dict[str, Any]:
    said = _filled(criterion, "name", "asks", without=("levels",))
    # No two of a list may be the same, so the second that is missing is missing twice as much.
    levels = [text or BLANK * (place + 1) for place, text in enumerate(criterion.levels)]
    return {**said, "levels": levels}


def _snippet(snippet: Snippet, consultation: str) -> dict[str, Any]:
    said = _filled(
        snippet, "text", "claim", "locator", without=("source", "questions", "owner", "origin")
    )
    said.pop("review_by", None)
    if snippet.kind is SnippetKind.QUOTATION:
        said.setdefault("speaker", BLANK)
    refs = [ref.rpartition("#") for ref in snippet.questions]
    numbers = [number for call, _, number in refs if call == consultation]
    return {**said, "paper": snippet.source, **({"questions": numbers} if numbers else {})}


def _model(model: ModelAnswer) -> dict[str, Any]:
    said = _filled(model, "text", "level", without=("notes", "marks"), keep=("key_point",))
    if model.recommendations:
        said["recommendations"] = [each.replace("|", "/") for each in model.recommendations]
    if model.notes:
        said["notes"] = [_filled(each, "at", "text") for each in model.notes]
    if model.marks:
        said["marks"] = [
            {"criterion": criterion, "level": level, "why": why or BLANK}
            for criterion, level, why in model.marks
        ]
    return said


def _repair(repair: Repair) -> dict[str, Any]:
    texts = ("text", "says", "solution", "reasons")
    said = _filled(repair, *texts, without=("recommendation", "hints"), keep=("faults",))
    if any(repair.hints):
        said["hints"] = [hint for hint in repair.hints if hint]
    if repair.recommendation is not None:
        who, what, by_when = repair.recommendation
        said["recommendation"] = {"who": who or BLANK, "what": what or BLANK, "by_when": by_when}
    return said


def _filled(
    value: Any, *needed: str, without: Iterable[str] = (), keep: Iterable[str] = ()
) -> dict[str, Any]:
    """Return what there is to say of a dataclass, without what is empty; of the ``needed`` texts
    an empty one is said as "…", those of ``keep`` as they are.
    """
    said = {each.name: getattr(value, each.name) for each in fields(value)}
    found = {
        key: content
        for key, content in said.items()
        if key not in without and (key in keep or content not in (None, "", (), False))
    }
    return {**found, **{key: BLANK for key in needed if not found.get(key)}}


def _plain(value: Any) -> Any:
    """Return a value as TOML has it."""
    if isinstance(value, StrEnum):
        return value.value
    if isinstance(value, str):
        return safe_characters(value).replace("\r\n", "\n").replace("\r", "\n")
    if isinstance(value, Mapping):
        return {key: _plain(each) for key, each in value.items()}
    if isinstance(value, (list, tuple)):
        return [_plain(each) for each in value]
    return value
