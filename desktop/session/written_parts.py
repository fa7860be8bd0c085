"""What a learner wrote, part by part as one reads it: each part can be commented on."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import cast

from desktop.core.course import Budget, Course, Repair, Spot, Step, StepKind
from desktop.core.evidence_map import asked_words
from desktop.core.exercises import marks_of, shared_out
from desktop.core.learning import Learning, WorkKind
from desktop.core.listing import counted
from desktop.core.response import AnswerMark, Draft, Recommendation
from desktop.core.text import one_line
from desktop.session.travelling_files import text_of

_MARKDOWN = ("answer", "first", "about", "reason", "repair")


@dataclass(frozen=True, slots=True)
class WrittenPart:
    """One text. ``id`` names it as an Anchor does; ``heading`` stands above it ("" = it goes on
    under that of the part before), ``label`` says what it is; ``note`` is said beside the text, or
    in place of one: of a part without text nothing can be pointed at.
    ``question`` is the Question that it is about ("" = none).
    """

    id: str
    heading: str
    label: str
    text: str
    question: str = ""
    note: str = ""

    @property
    def is_markdown(self) -> bool:
        """Whether its text is Markdown of the answer subset; otherwise it is plain words."""
        return self.id.partition(":")[0] in _MARKDOWN


def written_parts(course: Course, draft: Draft, learning: Learning) -> tuple[WrittenPart, ...]:
    """Return all that a learner wrote: in the order of the submission, each first attempt under its
    answer; then what they did and noted at the steps, in the order of the course. Answers are there
    even where nothing is written; of the rest only what is.
    """
    return tuple(
        part
        for part in (
            *_opening(draft, learning),
            *_answers(draft, learning),
            *_worked(course, draft, learning),
        )
        if part.text.strip() or part.note
    )


def _opening(draft: Draft, learning: Learning) -> Iterator[WrittenPart]:
    # Who they are comes with the course, so that there is nothing to comment on until it changes.
    about = text_of("about", draft, learning)
    if about != draft.organisation.about:
        yield WrittenPart("about", "About us", "About us", about)
    yield WrittenPart("reason", "Why we are writing", "Why we are writing", draft.response.reason)
    for place, point in enumerate(draft.response.summary or ()):
        heading = "" if place else "Summary"
        yield WrittenPart(f"summary:{place}", heading, f"Summary, point {place + 1}", point.text)


def _answers(draft: Draft, learning: Learning) -> Iterator[WrittenPart]:
    for question in draft.consultation.questions:
        number = question.number
        answer = draft.answer(number)
        heading = f"{number}  {question.heading or question.text}"
        said = "Nothing is written here."
        if answer.mark is AnswerMark.SKIPPED:
            said = f"Skipped. {answer.skip_reason}".strip()
        chosen = f"Chosen: {'; '.join(answer.choice)}" if answer.choice else ""
        if answer.key_point.strip():
            name = f"key-point:{number}"
            yield WrittenPart(name, heading, "Key point", answer.key_point, number)
            heading = ""
        note = chosen or ("" if answer.body.strip() else said)
        yield WrittenPart(f"answer:{number}", heading, "Answer", answer.body, number, note)
        yield from _first(number, draft, learning)
        for item in draft.recommendations:
            if item.question == number:
                part = f"recommendation:{item.id}"
                text = text_of(part, draft, learning)
                yield WrittenPart(part, "", "Recommendation", text, number)
    known = {question.number for question in draft.consultation.questions}
    for item in draft.recommendations:
        if item.question not in known:
            part = f"recommendation:{item.id}"
            yield WrittenPart(part, "", "Recommendation", text_of(part, draft, learning))


def _first(number: str, draft: Draft, learning: Learning) -> Iterator[WrittenPart]:
    """Yield what was written before the finished answers were shown, where it has changed since."""
    work = learning.work(WorkKind.FIRST, number)
    answer = draft.answer(number)
    if work is None or work.text.strip() == answer.body.strip():
        return
    point = work.words("key_point").strip()
    note = f"The key point was: “{point}”" if point != answer.key_point.strip() and point else ""
    if work.text.strip():
        yield WrittenPart(f"first:{number}", "", "First attempt", work.text, number, note)


def _worked(course: Course, draft: Draft, learning: Learning) -> Iterator[WrittenPart]:
    """Yield what was done at each step, in their order, and the notes at it; then what was done in
    an edition of the course that had other steps.
    """
    there: set[str] = set()
    for part in (
        *(part for step in course.steps for part in _at_step(course, step, draft, learning)),
        *(_repair(repair, repair.says, draft, learning) for repair in course.repairs),
        *_heard(learning),
        *_other_notes(learning),
    ):
        if part.id not in there:
            there.add(part.id)
            yield part


def _at_step(course: Course, step: Step, draft: Draft, learning: Learning) -> Iterator[WrittenPart]:
    about = step.about
    match step.kind:
        case StepKind.REPAIR:
            for repair in course.repairs:
                if repair.id == about:
                    yield _repair(repair, step.title, draft, learning)
        case StepKind.SPOT:
            said = [
                line
                for spot in course.spots
                if spot.id == about
                for line in _marked(spot, learning)
            ]
            heading = f"What is what: {step.title}"
            yield WrittenPart(f"spot:{about}", heading, "Marked", "", note="\n".join(said))
        case StepKind.BUDGET:
            said = [_shares(budget, learning) for budget in course.budgets if budget.id == about]
            heading = f"Words shared out: {step.title}"
            yield WrittenPart(f"budget:{about}", heading, "Given", "", note="".join(said))
        case StepKind.HEARING:
            yield from _heard(learning)
        case _:
            pass
    text = learning.text(WorkKind.NOTES, step.id)
    yield WrittenPart(f"notes:{step.id}", f"Notes: {step.title}", "Notes", text)


def _repair(repair: Repair, title: str, draft: Draft, learning: Learning) -> WrittenPart:
    part = f"repair:{repair.id}"
    work = learning.work(WorkKind.REPAIR, repair.id)
    asked = ""
    if work is not None and any(work.ask):
        who, what, by_when = work.ask
        asked = asked_words(Recommendation("", "", repair.question, who, what, by_when))
    text = text_of(part, draft, learning)
    note = f"Recommendation: {asked}" if asked else ""
    return WrittenPart(part, f"Repair: {title}", "Repair", text, note=note)


def _marked(spot: Spot, learning: Learning) -> Iterator[str]:
    work = learning.work(WorkKind.SPOT, spot.id)
    for mark in marks_of(work.data.get("marks") if work else None):
        words = one_line(spot.text[mark.start : mark.end]).strip()
        if words:
            yield f"{mark.part.value.capitalize()}: “{words}”"


def _shares(budget: Budget, learning: Learning) -> str:
    work = learning.work(WorkKind.BUDGET, budget.id)
    words = work.data.get("words") if work else None
    if not isinstance(words, dict):
        return ""
    sharing = shared_out(budget, cast("dict[str, object]", words))
    said = [
        f"Question {one.share.question}: {counted(one.words, 'word')}" for one in sharing.shares
    ]
    if sharing.left:
        over = "left to give" if sharing.left > 0 else "too many"
        said.append(f"{counted(abs(sharing.left), 'word')} {over}")
    return "\n".join(said)


def _heard(learning: Learning) -> Iterator[WrittenPart]:
    heard = [work for (kind, _), work in learning.works.items() if kind is WorkKind.HEARING]
    said = [work for work in sorted(heard, key=lambda one: one.changed) if work.text.strip()]
    for place, work in enumerate(said):
        heading = "" if place else "Notes for the hearing"
        asked = work.words("asked")
        yield WrittenPart(f"hearing:{work.item}", heading, "Note", work.text, note=asked)


def _other_notes(learning: Learning) -> Iterator[WrittenPart]:
    for (kind, step), work in learning.works.items():
        if kind is WorkKind.NOTES:
            yield WrittenPart(f"notes:{step}", "Notes", "Notes", work.text)


def what_a_peer_wrote(course: Course, learning: Learning) -> tuple[tuple[str, str, str], ...]:
    """Return what a peer wrote of the submission: (where, what was asked, what is written)."""
    return tuple(
        ("What a peer wrote", asked, text)
        for place, asked in enumerate(course.peer)
        if (text := learning.text(WorkKind.PEER, str(place))).strip()
    )
