"""A learner in the first course and a trainer with what three learners handed in, for pictures and
for tests of every page of courses. Everybody is invented.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from contextlib import closing
from dataclasses import dataclass, replace
from datetime import datetime
from pathlib import Path

from desktop.core.commenting import anchor_at
from desktop.core.course import PartKind
from desktop.core.course_writing import copy_of
from desktop.core.edits import SaveRecommendation, SetBody, SetKeyPoint
from desktop.core.exercises import Mark, place_of
from desktop.core.learning import WorkKind
from desktop.core.response import Recommendation
from desktop.paths import Paths
from desktop.session import Session
from desktop.ui.courses.practice import TRAINER

FIRST, RESPONSE, LEARNER = "first-written-evidence", "practice", "Wren"
KEY_POINTS = {
    "1": "When nobody can drive, people in our valley go without care.",
    "2": "We lose drivers because every mile costs them money.",
}
BODIES = {
    "1": "Most of all people depend on us to get to hospital. In 2025-26 we made 4,860 "
    "journeys, and 2,187 of them were to a hospital or a doctor [@wheels-figures, paragraph 2].\n\n"
    "Many of our passengers have missed an appointment because nobody could drive. One had to wait "
    "eleven days for her treatment [@wheels-cases, paragraph 2].",
    "2": "In March 2023 we had 58 drivers, in March 2026 there were 41 [@wheels-figures, "
    "paragraph 4]. We pay 38 pence a mile, and a mile costs 51 [@wheels-figures, paragraph 6].",
}
ASK = Recommendation(
    "ask-1",
    RESPONSE,
    "2",
    "The Minister for Transport",
    "raise what a mile may be paid",
    "April 2027",
)
REPAIRED = (
    "In April 2026 we asked 312 passengers and 187 answered. Of these, 58 missed their "
    "appointments [@wheels-survey, paragraph 2]. They are too proud to ask for help."
)
DONE = ("welcome", "spot-first", "paper-figures", "paper-survey", "do-vague", "draft-1")
OTHERS = ("Bo Larch", "Juno Ashgrove")
OWN_TITLE = "Written evidence: an afternoon for our members"
# What the trainer says, and of which words.
COMMENTS = {
    "This answers the question in its first sentence. Keep it there.": (
        "answer:1",
        "Most of all people depend on us to get to hospital.",
    ),
    "How many is “many”? Paper 2 has the number, and of how many it is.": (
        "answer:1",
        "Many of our passengers",
    ),
    "The two numbers stand side by side. Say what joins them: who told you why they left?": (
        "answer:2",
        "In March 2023 we had 58 drivers, in March 2026 there were 41",
    ),
}
# Criteria of the rubric: what the learner gives, and what the trainer does.
SEEN = (
    ("answers", 2, "The first sentence says it."),
    ("knowledge", 2, "The eleven days."),
    ("evidence", 1, "“Many” has no number."),
)
LOOKED_AT = (
    ("answers", 3, "Both halves, and at once."),
    ("evidence", 2, "Three figures with their places; one “many” is left."),
)
Clock = Callable[[], datetime]


@dataclass(frozen=True, slots=True)
class Example:
    """Workspaces: the trainer's own, a learner's; the trainer's course, the learner's work there,
    and the file of comments on it.
    """

    trainer: Path
    practice: Path
    course: str
    work: str
    comments: Path


def write_example(paths: Paths, folder: Path, clock: Clock = datetime.now) -> Example:
    """Let three learners work and hand in, and their trainer comment on one."""
    folder.mkdir(parents=True, exist_ok=True)
    elsewhere = replace(paths, data=folder / "laptops", config=folder / "laptops")
    elsewhere.data.mkdir()
    with closing(Session.open(paths.default_workspace, paths, clock)) as trainer:
        practice = trainer.courses.beginning(FIRST, LEARNER)()
        with closing(Session.open(practice, paths, clock)) as learner:
            _learn(learner)
            files = [learner.courses.hand_in(folder / LEARNER)]
        files += [_somebody(elsewhere, folder / name, clock) for name in OTHERS]
        return _teach(trainer, practice, files, folder)


def take_comments(example: Example, paths: Paths, clock: Clock = datetime.now) -> None:
    """Let the learner open what the trainer sent back."""
    with closing(Session.open(example.practice, paths, clock)) as learner:
        learner.courses.open_comments(example.comments)


def _learn(learner: Session) -> None:
    """Do something of everything."""
    course = learner.course
    assert course is not None
    for number, body in BODIES.items():
        learner.apply(SetKeyPoint(RESPONSE, number, KEY_POINTS[number]))
        learner.apply(SetBody(RESPONSE, number, body))
    learner.apply(SaveRecommendation(RESPONSE, ASK))
    courses = learner.courses
    for step in DONE:
        courses.set(WorkKind.STEP, step, state="done")
    courses.set(WorkKind.STEP, "spot-again", state="skipped")
    courses.set(WorkKind.REPAIR, course.repairs[0].id, text=REPAIRED, hints=1)
    courses.set(WorkKind.BUDGET, course.budgets[0].id, words={"1": 160, "2": 120, "3": 150})
    spot = course.spots[0]
    marks = [Mark(*place_of(spot, each), each.part) for each in spot.key[:2]]
    first, last = marks[0], Mark(*place_of(spot, spot.key[-1]), PartKind.CLAIM)
    kept = [[mark.start, mark.end, mark.part.value] for mark in (first, marks[1], last)]
    courses.set(WorkKind.SPOT, spot.id, marks=kept, looked=0)
    courses.reveal("1")
    courses.set(WorkKind.NOTES, "paper-figures", text="648 of 5,508 refused: the number to use.")
    courses.set(WorkKind.NOTES, "take-home", text="I shall begin with the answer.")
    courses.set(WorkKind.PEER, "0", text="The eleven days: nobody else could have written that.")
    for criterion, level, why in SEEN:
        courses.set(WorkKind.RUBRIC, f"self/{criterion}", level=level, text=why)


def _somebody(paths: Paths, file: Path, clock: Clock) -> Path:
    """Let somebody else write what many write at first, on a laptop of their own."""
    with closing(Session.open(paths.default_workspace, paths, clock)) as own:
        practice = own.courses.beginning(FIRST, file.name)()
        course = own.courses.read(FIRST)
        models = [each for each in course.models if each.level == "A common attempt"]
    with closing(Session.open(practice, paths, clock)) as learner:
        for model in models[: len(file.name) // 4]:
            learner.apply(SetKeyPoint(RESPONSE, model.question, model.key_point))
            learner.apply(SetBody(RESPONSE, model.question, model.text))
        for step in DONE[: len(file.name) - 4]:
            learner.courses.set(WorkKind.STEP, step, state="done")
        return learner.courses.hand_in(file)


def _teach(trainer: Session, practice: Path, files: Sequence[Path], folder: Path) -> Example:
    """Switch trainer mode on, make a course, collect and comment."""
    trainer.set_setting(TRAINER, True)
    taken = {card.id for card in trainer.courses.list()}
    own = replace(copy_of(trainer.courses.read(FIRST), taken), title=OWN_TITLE)
    trainer.courses.save(own)
    teaching = trainer.courses.teaching
    teaching.name = "Ama Reed"
    teaching.keep(teaching.collecting(files)())
    work = next(kept.id for kept in teaching.collected() if kept.name == LEARNER)
    for said, (part, quote) in COMMENTS.items():
        text = BODIES[part.removeprefix("answer:")]
        at = text.index(quote)
        teaching.comment(work, anchor_at(part, text, at, at + len(quote)), said)
    for criterion, level, why in LOOKED_AT:
        teaching.mark(work, criterion, level=level, text=why)
    sent = teaching.send_comments(work, folder / LEARNER)
    return Example(trainer.path, practice, own.id, work, sent)
