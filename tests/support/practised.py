"""A shipped course as something to write in: what the checks say of its texts."""

from __future__ import annotations

import tomllib
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date, datetime
from functools import cache
from pathlib import Path
from typing import Any

from desktop.checks import CHECKS, Known, check
from desktop.checks.wording import WordLists
from desktop.core.consultation import Consultation
from desktop.core.course import Course, ModelAnswer
from desktop.core.evidence import Snippet, Source
from desktop.core.finding import Finding
from desktop.core.response import Answer, Draft, Recommendation, Response
from desktop.core.rules import Rules
from desktop.core.rules_changes import CallChanges, rules_in_force
from desktop.store.packs import Content, read_content
from desktop.store.packs.courses import (
    RUBRIC_FILE,
    CourseReading,
    Shelf,
    examine_course,
    read_rubric,
)
from desktop.store.packs.names import shipped_names
from desktop.store.packs.wording import shipped_wording

ROOT = Path(__file__).parents[2]
COURSES = ROOT / "resources" / "courses"
_TODAY = date(2026, 11, 28)
_NOW = datetime(2026, 11, 28, 9, 0)  # noqa: DTZ001
_KEY_POINT = "What we know of this we have seen ourselves."
_REASON = "We write because we see each week what follows."
_MESSAGE = "People who have no car need somebody who can drive them to the hospital."


@dataclass(frozen=True)
class Practised:
    """A course with the tables of its file, and what it is practised on."""

    course: Course
    tables: Mapping[str, Any]
    consultation: Consultation
    rules: Rules
    sources: Mapping[str, Source]
    snippets: tuple[Snippet, ...]

    def draft(
        self, answers: Mapping[str, tuple[str, str]], asks: Iterable[Recommendation] = ()
    ) -> Draft:
        """Return a draft with these answers: key point and text, by question number."""
        us, call = self.course.organisation, self.consultation.id
        return Draft(
            consultation=self.consultation,
            organisation=us,
            response=Response("r", call, us.id, _NOW, _NOW, reason=_REASON, message=_MESSAGE),
            rules=self.rules,
            answers={
                number: Answer("r", number, key_point=point, body=body)
                for number, (point, body) in answers.items()
            },
            recommendations=tuple(asks),
            sources=self.sources,
        )

    def said(self, draft: Draft) -> tuple[Finding, ...]:
        """Return what all checks say, those too that the course turns off."""
        wording, names = _words()
        return check(draft, Known(_TODAY, self.snippets, wording, names=names))

    def said_of(
        self, number: str, body: str, asks: Iterable[Recommendation] = ()
    ) -> tuple[Finding, ...]:
        """Return what is said of one answer, where nothing else is written."""
        draft = self.draft({number: (_KEY_POINT, body)}, asks)
        return tuple(one for one in self.said(draft) if one.question == number)

    def asks_of(self, model: ModelAnswer) -> tuple[Recommendation, ...]:
        """Return the recommendations of a model answer, as its file has them."""
        (table,) = (one for one in self.tables["model"] if one["id"] == model.id)
        lines = enumerate(table.get("recommendations", ()))
        return tuple(_ask(f"{model.id}-{at}", model.question, line) for at, line in lines)


def course_names() -> list[str]:
    """Return the names of the shipped courses' files."""
    return sorted(path.name for path in COURSES.glob("*.toml") if path.name != RUBRIC_FILE)


@cache
def course_read(name: str) -> CourseReading:
    """Return what came of a shipped course file."""
    content = _content()
    return examine_course(
        COURSES / name,
        Shelf(
            consultations={one.id: one for one in content.consultations},
            sources=frozenset(pack.source.key for pack in content.evidence),
            rules=frozenset(one.id for one in content.rules),
            checks=frozenset(one.id for one in CHECKS),
            rubric=read_rubric(COURSES / RUBRIC_FILE),
        ),
    )


@cache
def practised(name: str) -> Practised:
    """Return a shipped course by the name of its file."""
    course, content = course_read(name).course, _content()
    assert course is not None
    asked = course.consultation or _by_id(content.consultations, course.consultation_id)
    papers = {paper.source.key: paper.source for paper in course.papers}
    shipped = [snippet for pack in content.evidence for snippet in pack.snippets]
    return Practised(
        course,
        tomllib.loads((COURSES / name).read_text(encoding="utf-8")),
        asked,
        rules_in_force(_by_id(content.rules, asked.rules), CallChanges(changed=course.rules)),
        {**{pack.source.key: pack.source for pack in content.evidence}, **papers},
        (*course.snippets, *shipped),
    )


def _by_id(items: Iterable[Any], wanted: str) -> Any:
    return next(one for one in items if one.id == wanted)


def _ask(name: str, question: str, line: str) -> Recommendation:
    who, what, by_when = (part.strip() for part in line.split("|"))
    return Recommendation(name, "r", question, who, what, by_when)


@cache
def _content() -> Content:
    return read_content(ROOT / "snippets", ROOT / "resources")


@cache
def _words() -> Any:
    resources = ROOT / "resources"
    return WordLists(shipped_wording(resources)), shipped_names(resources)
