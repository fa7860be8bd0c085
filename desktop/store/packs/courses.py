"""Course files: a practice consultation, a data pack, units of steps, exercises and a rubric."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from pathlib import Path
from typing import Any

from desktop.core.consultation import Consultation, Limit, question_ref
from desktop.core.course import (
    Budget,
    Course,
    Criterion,
    Cue,
    Frame,
    Marked,
    ModelAnswer,
    Note,
    Paper,
    Repair,
    Rubric,
    Share,
    Spot,
    Step,
    Switches,
    Unit,
)
from desktop.core.evidence import Origin, Snippet, Source
from desktop.core.response import Organisation, Recommendation
from desktop.core.rules import Rule
from desktop.store.packs.consultations import question_of
from desktop.store.packs.course_tables import BUILT_IN_SCHEMA, RUBRIC_SCHEMA, SCHEMA
from desktop.store.packs.document import Document, open_document, parse_document
from desktop.store.packs.problems import Level, Problem
from desktop.store.packs.reading import PackFormat, examine, read_pack
from desktop.store.packs.schema import Row, Rows

RUBRIC_FILE = "rubric.toml"
_NO_RUBRIC = Rubric("", "", "", ())


@dataclass(frozen=True)
class Shelf:
    """What a course may refer to beside what it brings: ``consultations`` by id, the keys of the
    ``sources``, the ids of ``rules`` and ``checks``, and the ``rubric`` of those that have none.
    """

    consultations: Mapping[str, Consultation] = field(default_factory=dict[str, Consultation])
    sources: frozenset[str] = frozenset()
    rules: frozenset[str] = frozenset()
    checks: frozenset[str] = frozenset()
    rubric: Rubric = _NO_RUBRIC


@dataclass(frozen=True)
class CourseReading:
    """What came of a course file: ``course`` is None if it cannot be understood at all.

    A course that ``is_sound`` can be worked through; one that is not names something that is not
    there, so that a person may still mend it. Problems may be there all the same.
    """

    text: str
    course: Course | None
    problems: tuple[Problem, ...]
    is_sound: bool

    @property
    def errors(self) -> tuple[Problem, ...]:
        """What is wrong, without what could be better."""
        return tuple(each for each in self.problems if each.level is Level.ERROR)


def examine_course(path: Path, shelf: Shelf | None = None) -> CourseReading:
    """Read a course file and tell all that is wrong with it; raises PackError only if it is no
    TOML at all. Without a ``shelf`` nothing is said of what stands outside the file.
    """
    return _examine(open_document(path), shelf)


def course_in(name: str, said: str, shelf: Shelf | None = None) -> CourseReading:
    """Read what a course file called ``name`` says; raises PackError as ``examine_course`` does."""
    return _examine(parse_document(Path(name), said), shelf)


def read_rubric(path: Path) -> Rubric:
    """Read a rubric file; raises PackError with everything that is wrong with it."""
    return read_pack(path, RUBRIC)


def course_files(resources: Path) -> list[Path]:
    """Return the files of the courses that ship with the program, by name."""
    found = sorted((resources / "courses").glob("*.toml"))
    return [path for path in found if path.name != RUBRIC_FILE and path.name[0] != "."]


def _examine(document: Document, shelf: Shelf | None) -> CourseReading:
    built_in = isinstance(document.data.get("consultation"), str)
    reading = examine(document, _BUILT_IN if built_in else _OWN)
    course = reading.pack
    if course is None:
        return CourseReading(document.text, None, reading.problems, False)
    from desktop.store.packs.course_faults import breaks, weaknesses

    if not course.rubric.criteria and shelf is not None:
        course = replace(course, rubric=shelf.rubric)
    broken = list(breaks(document, course, shelf))
    found = [*reading.problems, *broken, *weaknesses(document, course, shelf)]
    found.sort(key=lambda each: each.line or 0)
    return CourseReading(document.text, course, tuple(found), not broken)


def _build(_file: Path, rows: Rows) -> Course:
    (top,), (organisation,) = rows[""], rows["organisation"]
    consultation = _consultation(rows)
    name = consultation.id if consultation else top.get("consultation") or ""
    own = {key: value for key, value in top.items() if key not in ("format", "consultation")}
    return Course(
        **own,
        consultation_id=name,
        consultation=consultation,
        organisation=Organisation(id=f"{top['id']}-organisation", **organisation),
        rubric=_rubric(rows),
        units=tuple(Unit(**row) for row in rows["unit"]),
        steps=tuple(Step(**row) for row in rows["step"]),
        rules=tuple(Rule(**row) for row in rows["rule"]),
        papers=tuple(map(_paper, rows["paper"])),
        snippets=tuple(_snippet(row, name) for row in rows["snippet"]),
        cues=tuple(Cue(**row) for row in rows["cue"]),
        frames=tuple(Frame(**row) for row in rows["frame"]),
        models=tuple(map(_model, rows["model"])),
        repairs=tuple(map(_repair, rows["repair"])),
        spots=tuple(_spot(row) for row in rows["spot"]),
        budgets=tuple(_budget(row) for row in rows["budget"]),
        switches=_switches(rows),
    )


def _consultation(rows: Rows) -> Consultation | None:
    for row in rows.get("consultation", ()):
        limit = row.get("limit")
        given = {**row, "limit": Limit(**limit) if limit else None}
        return Consultation(**given, questions=tuple(map(question_of, rows["question"])))
    return None


def _rubric(rows: Rows) -> Rubric:
    """Return the file's own rubric; one without criteria where it has none."""
    about = next(iter(rows["rubric"]), {"id": "", "title": "", "whose": ""})
    return Rubric(**about, criteria=tuple(Criterion(**row) for row in rows["criterion"]))


def _paper(row: Row) -> Paper:
    said = {key: value for key, value in row.items() if key != "text"}
    return Paper(Source(**said, origin=Origin.OWN), row["text"])


def _snippet(row: Row, consultation: str) -> Snippet:
    said = {key: value for key, value in row.items() if key not in ("paper", "questions")}
    refs = tuple(question_ref(consultation, number) for number in row.get("questions", ()))
    return Snippet(**said, source=row["paper"], questions=refs, origin=Origin.OWN)


def _model(row: Row) -> ModelAnswer:
    return ModelAnswer(
        **{
            **row,
            "recommendations": tuple(map(printed_ask, row.get("recommendations", ()))),
            "notes": tuple(Note(**each) for each in row.get("notes", ())),
            "marks": tuple(
                (each["criterion"], each["level"], each["why"]) for each in row.get("marks", ())
            ),
        }
    )


def printed_ask(said: str) -> str:
    """Return "WHO | WHAT | BY WHEN" as it is printed in a submission; a whole sentence stays."""
    if "|" not in said:
        return said
    from desktop.core.recommending import recommendation_line
    from desktop.core.text import plain

    who, what, when = (part.strip() for part in said.split("|"))
    return plain(recommendation_line(Recommendation("", "", "", who, what, when)))


def _repair(row: Row) -> Repair:
    ask: Any = row.get("recommendation")
    given = (ask["who"], ask["what"], ask["by_when"]) if ask else None
    return Repair(**{"hints": (), **row, "recommendation": given})


def _spot(row: Row) -> Spot:
    return Spot(**{**row, "key": tuple(Marked(**each) for each in row["key"])})


def _budget(row: Row) -> Budget:
    return Budget(**{**row, "shares": tuple(Share(**each) for each in row["shares"])})


def _switches(rows: Rows) -> Switches:
    given: Row = next(iter(rows["switches"]), {})
    lists = {key: frozenset(off) for key, off in given.items() if key.endswith("_off")}
    return Switches(**{**given, **lists})


def _build_rubric(_file: Path, rows: Rows) -> Rubric:
    return _rubric(rows)


_OWN = PackFormat(SCHEMA, _build)
_BUILT_IN = PackFormat(BUILT_IN_SCHEMA, _build)
RUBRIC = PackFormat(RUBRIC_SCHEMA, _build_rubric)
