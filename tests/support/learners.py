"""Learners of the first course: what they write, and the files that they hand in."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from pathlib import Path

from desktop.core import edits
from desktop.core.learning import WorkKind
from desktop.core.response import Recommendation
from desktop.core.travelling import Sort, packed, unpacked
from desktop.paths import Paths
from desktop.session import Session

FIRST = "first-written-evidence"
RESPONSE = "practice"
BODIES = {
    "1": "We drive **many** people to the hospital. In March we made 412 journeys "
    "[@wheels-figures, paragraph 2].\n\nTwo members told us:\n\n- the bus stops at noon;\n"
    "- a taxi costs £18.",
    "2": "Everybody knows that nothing works. The timetable is used by nobody we asked.",
}
ASK = Recommendation("ask-1", RESPONSE, "2", "The Assembly", "fund one evening bus", "April 2027")


def practised(session: Session, course: str = FIRST) -> Path:
    """Return a practice workspace made for a course."""
    return session.courses.beginning(course)()


def write(learner: Session, name: str, bodies: Mapping[str, str] | None = None) -> None:
    """Do something of everything in a practice workspace."""
    assert learner.course is not None
    learner.courses.set(WorkKind.NAME, text=name)
    for step in learner.course.steps[:3]:
        learner.courses.set(WorkKind.STEP, step.id, state="done")
    learner.apply(edits.SetKeyPoint(RESPONSE, "1", "People without a car need a driver."))
    for number, body in (BODIES if bodies is None else bodies).items():
        learner.apply(edits.SetBody(RESPONSE, number, body))
    learner.apply(edits.SaveRecommendation(RESPONSE, ASK))
    first = learner.course.rubric.criteria[0].id
    learner.courses.set(WorkKind.RUBRIC, f"self/{first}", level=2, text="I answer both.")
    learner.courses.set(WorkKind.RUBRIC, f"peer/{first}", level=1, text="Not the second one.")
    repair = learner.course.repairs[0]
    learner.courses.set(WorkKind.REPAIR, repair.id, text="In March 31 people waited.", solved="")


def hand_in(
    session: Session, paths: Paths, folder: Path, names: Iterable[str], course: str = FIRST
) -> list[Path]:
    """Return the files of learners of these names, each of whom wrote something of their own."""
    learner = Session.open(practised(session, course), paths)
    try:
        written: list[Path] = []
        for place, name in enumerate(names):
            write(learner, name)
            learner.apply(edits.SetBody(RESPONSE, "3", f"We are {place + 2} volunteers."))
            file = learner.courses.hand_in(folder / f"{place:03} {name}")
            written.append(as_from_practice(file, f"practice {place}"))
        return written
    finally:
        learner.close()


def as_from_practice(file: Path, practice: str) -> Path:
    """Have a file be from another practice workspace: making one for each takes seconds."""
    said, _ = unpacked(Sort.WORK, file.read_text(encoding="utf-8"))
    file.write_text(packed(Sort.WORK, {**said, "practice": practice}), encoding="utf-8")
    return file
