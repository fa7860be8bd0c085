"""What of a Course is shown on a projector: each thing as slides of a title and paragraphs."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from enum import StrEnum

from desktop.core.consultation import Consultation
from desktop.core.course import Course, ModelAnswer, Repair, Spot, StepKind, Unit
from desktop.core.course_writing import typed
from desktop.core.listing import counted
from desktop.core.sentences import sentence_spans


class ShownKind(StrEnum):
    """What a Shown is."""

    COURSE = "course"
    UNIT = "unit"
    QUESTION = "question"
    EXAMPLE = "example"


@dataclass(frozen=True, slots=True)
class Slide:
    """What stands on the wall at once. ``paragraphs`` may be more than fits: see ``fitted``."""

    title: str
    paragraphs: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Shown:
    """One thing that can be shown, and the slides it is turned through."""

    kind: ShownKind
    name: str
    slides: tuple[Slide, ...]


def shown_of(
    course: Course, asked: Consultation | None, plain: Callable[[str], Sequence[str]]
) -> tuple[Shown, ...]:
    """Return all that can be shown of a Course: itself, its Units, Questions and examples.

    ``plain`` gives the paragraphs of a Markdown text in plain words.
    """
    found = [Shown(ShownKind.COURSE, typed(course.title), (_opening(course),))]
    for unit in course.units:
        slides = (_unit(course, unit), *_steps(course, unit, plain))
        found.append(Shown(ShownKind.UNIT, typed(unit.title), slides))
    for question in asked.questions if asked else ():
        name = f"Question {question.number}: {question.heading}"
        paragraphs = (question.text, *((question.guidance,) if question.guidance else ()))
        slide = Slide(f"Question {question.number}", paragraphs)
        found.append(Shown(ShownKind.QUESTION, name, (slide,)))
    found += [_example(model, plain) for model in course.models]
    found += [_mending(course, repair, plain) for repair in course.repairs]
    found += [_marking(course, spot, plain) for spot in course.spots]
    return tuple(found)


def fitted(slides: Sequence[Slide], fits: Callable[[Slide], bool]) -> tuple[Slide, ...]:
    """Return the slides cut so that each ``fits``: between paragraphs where that is enough, between
    sentences and then words where it is not. Nothing is lost, and nothing made smaller.
    """
    return tuple(piece for slide in slides for piece in _pieces(slide, fits))


def _pieces(slide: Slide, fits: Callable[[Slide], bool]) -> Iterator[Slide]:
    held: list[str] = []
    for paragraph in slide.paragraphs:
        for piece in _cut(slide.title, paragraph, fits):
            if held and not fits(Slide(slide.title, (*held, piece))):
                yield Slide(slide.title, tuple(held))
                held = []
            held.append(piece)
    if held or not slide.paragraphs:
        yield Slide(slide.title, tuple(held))


def _cut(title: str, paragraph: str, fits: Callable[[Slide], bool]) -> Iterator[str]:
    """Yield a paragraph in pieces of which each fits by itself, or is a single word."""
    words = paragraph.split()
    if len(words) < 2 or fits(Slide(title, (paragraph,))):
        yield paragraph
        return
    parts = [paragraph[start:end].strip() for start, end in sentence_spans(paragraph)]
    held = ""
    for part in parts if len(parts) > 1 else words:
        longer = f"{held} {part}".strip()
        if held and not fits(Slide(title, (longer,))):
            yield from _cut(title, held, fits)
            longer = part
        held = longer
    yield from _cut(title, held, fits)


def _opening(course: Course) -> Slide:
    minutes = counted(course.minutes, "minute")
    return Slide(typed(course.title), (minutes, *map(typed, course.aims)))


def _unit(course: Course, unit: Unit) -> Slide:
    steps = (typed(step.title) for step in course.steps_of(unit.id) if step.minutes)
    aim = (typed(unit.aim),) if typed(unit.aim) else ()
    minutes = counted(unit.minutes, "minute")
    return Slide(typed(unit.title), (minutes, *aim, *(f"• {title}" for title in steps)))


def _steps(course: Course, unit: Unit, plain: Callable[[str], Sequence[str]]) -> Iterator[Slide]:
    for step in course.steps_of(unit.id):
        if typed(step.text):
            time = f" ({counted(step.minutes, 'minute')})" if step.minutes else ""
            yield Slide(f"{typed(step.title)}{time}", tuple(plain(step.text)))


def _example(model: ModelAnswer, plain: Callable[[str], Sequence[str]]) -> Shown:
    """Show a model answer, then each of its notes with the words it is about."""
    name = f"Question {model.question}: {typed(model.level)}"
    point = (model.key_point,) if typed(model.key_point) else ()
    slides = [Slide(name, (*point, *plain(typed(model.text)), *model.recommendations))]
    slides += [
        Slide(
            note.part.value.capitalize() if note.part else name,
            (f"“{' '.join(plain(note.at))}”", typed(note.text)),
        )
        for note in model.notes
    ]
    return Shown(ShownKind.EXAMPLE, f"{name} (model answer)", tuple(slides))


def _mending(course: Course, repair: Repair, plain: Callable[[str], Sequence[str]]) -> Shown:
    slides = (
        Slide(typed(repair.says), tuple(plain(typed(repair.text)))),
        Slide("One way to mend it", tuple(plain(typed(repair.solution)))),
        Slide("Why it is better", tuple(plain(typed(repair.reasons)))),
    )
    name = f"To mend: {_called(course, StepKind.REPAIR, repair)}"
    return Shown(ShownKind.EXAMPLE, name, slides)


def _marking(course: Course, spot: Spot, plain: Callable[[str], Sequence[str]]) -> Shown:
    slides = [Slide(typed(spot.says), tuple(plain(typed(spot.text))))]
    slides += [
        Slide(
            marked.part.value.capitalize(),
            (f"“{' '.join(plain(marked.at))}”", typed(marked.why)),
        )
        for marked in spot.key
    ]
    name = f"To mark: {_called(course, StepKind.SPOT, spot)}"
    return Shown(ShownKind.EXAMPLE, name, tuple(slides))


def _called(course: Course, kind: StepKind, exercise: Repair | Spot) -> str:
    """Return the title of the Step that an exercise belongs to; where none has it, what it says."""
    steps = (step for step in course.steps if step.kind is kind and step.about == exercise.id)
    return next((typed(step.title) for step in steps), "") or typed(exercise.says)
