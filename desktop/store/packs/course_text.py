"""A Course written out as the text of its file, which ``courses`` reads to the same Course."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import asdict, fields
from enum import StrEnum
from typing import Any

from desktop.core.characters import safe_characters
from desktop.core.consultation import Consultation
from desktop.core.course import Course, ModelAnswer, Paper, Repair, Rubric, Switches
from desktop.core.course_writing import BLANK
from desktop.core.evidence import Snippet
from desktop.store.packs.schema import FORMAT

_HEAD = "# A course for Consultee: Courses > Bring in a course.\n\n"
_OF_PAPERS = ("key", "title", "author", "date", "kind", "short", "note")
_LISTS = ("hearing", "peer", "checklist", "comments")


def course_text(course: Course, shared: Rubric | None = None) -> str:
    """Return the text of a Course's file. The rubric is left out where it is the ``shared`` one; a
    text that must be there and is empty is written as "…".
    """
    import tomli_w

    text = tomli_w.dumps(_plain(_said(course, shared)), multiline_strings=True)
    return _HEAD + text


def _said(course: Course, shared: Rubric | None) -> dict[str, Any]:
    said: dict[str, Any] = {
        "format": FORMAT,
        "version": course.version,
        **{key: getattr(course, key) or BLANK for key in ("id", "title", "about", "author")},
        "minutes": max(1, course.minutes),
        "aims": list(course.aims) or [BLANK],
        "example": course.example,
        **{key: list(getattr(course, key)) for key in _LISTS if getattr(course, key)},
    }
    own = course.consultation
    said |= _own(own) if own is not None else {"consultation": course.consultation_id}
    organisation = _filled(course.organisation, without=("id",))
    said["organisation"] = {"name": BLANK, **organisation}
    said |= _practice(course)
    if course.rubric != shared and course.rubric.criteria:
        said["rubric"] = {key: getattr(course.rubric, key) for key in ("id", "title", "whose")}
        said["criterion"] = [asdict(each) for each in course.rubric.criteria]
    said["unit"] = [_filled(each, "title", "aim") for each in course.units]
    said["step"] = [_filled(each, "title") for each in course.steps]
    if course.switches != Switches():
        off = sorted(course.switches.checks_off)
        said["switches"] = {**asdict(course.switches), "checks_off": off}
    return said


def _own(asked: Consultation) -> dict[str, Any]:
    about = _filled(asked, "about", without=("questions", "limit"))
    if asked.limit is not None:
        about["limit"] = _filled(asked.limit)
    questions = [
        {
            **_filled(each, without=("limit",)),
            **({"limit": _filled(each.limit)} if each.limit else {}),
        }
        for each in asked.questions
    ]
    return {"consultation": about, "question": questions}


def _practice(course: Course) -> dict[str, Any]:
    said: dict[str, Any] = {
        "rule": [_filled(each, without=(), keep=("address",)) for each in course.rules],
        "paper": [_paper(each) for each in course.papers],
        "snippet": [_snippet(each) for each in course.snippets],
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


def _snippet(snippet: Snippet) -> dict[str, Any]:
    said = _filled(
        snippet, "text", "claim", "locator", without=("source", "questions", "owner", "origin")
    )
    said.pop("review_by", None)
    numbers = [ref.rpartition("#")[2] for ref in snippet.questions]
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
