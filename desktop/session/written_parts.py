"""What a learner wrote, part by part as one reads it: each part can be commented on."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from desktop.core.course import Course, StepKind
from desktop.core.learning import Learning, WorkKind
from desktop.core.response import AnswerMark, Draft
from desktop.session.travelling_files import text_of

_MARKDOWN = ("answer", "about", "reason", "repair")


@dataclass(frozen=True, slots=True)
class WrittenPart:
    """One text. ``id`` names it as an Anchor does; ``heading`` stands above it ("" = it goes on
    under that of the part before), ``label`` says what it is; ``note`` is said where it is empty.
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
    """Return all that a learner wrote, in the order of the submission, then the repairs. Answers
    are there even where nothing is written; of the rest only what is.
    """
    return tuple(
        part
        for part in (
            *_opening(draft, learning),
            *_answers(draft, learning),
            *_repairs(course, draft, learning),
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
        if answer.key_point.strip():
            name = f"key-point:{number}"
            yield WrittenPart(name, heading, "Key point", answer.key_point, number)
            heading = ""
        note = "" if answer.body.strip() else said
        yield WrittenPart(f"answer:{number}", heading, "Answer", answer.body, number, note)
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


def _repairs(course: Course, draft: Draft, learning: Learning) -> Iterator[WrittenPart]:
    titles = {step.about: step.title for step in course.steps if step.kind is StepKind.REPAIR}
    for repair in course.repairs:
        part = f"repair:{repair.id}"
        title = titles.get(repair.id, repair.says)
        yield WrittenPart(part, f"Repair: {title}", "Repair", text_of(part, draft, learning))


def what_was_noted(course: Course, learning: Learning) -> tuple[tuple[str, str, str], ...]:
    """Return what was written beside the submission: (where, what was asked, what is written)."""
    heard = [
        ("Notes for the hearing", work.words("asked"), work.text)
        for (kind, _), work in learning.works.items()
        if kind is WorkKind.HEARING and work.text.strip()
    ]
    peer = [
        ("What a peer wrote", asked, text)
        for place, asked in enumerate(course.peer)
        if (text := learning.text(WorkKind.PEER, str(place))).strip()
    ]
    return (*heard, *peer)
