"""All handouts of a Course: which there are, what they are called, writing them to a folder."""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterable, Iterator, Sequence
from contextlib import suppress
from dataclasses import dataclass, replace
from datetime import date, datetime
from enum import StrEnum
from pathlib import Path

from desktop.core.course import Course
from desktop.core.listing import listed
from desktop.core.outline import (
    Frame,
    HeadingBlock,
    Level,
    Outline,
    OutlineBlock,
    ParagraphBlock,
)
from desktop.core.rules import Numbering, Part
from desktop.core.text import one_line
from desktop.errors import ExportError
from desktop.export.blocks import plain_runs
from desktop.export.course.data_pack import data_pack
from desktop.export.course.handout_words import handout_words
from desktop.export.course.pen import Pen, paragraph
from desktop.export.course.practice import Practice
from desktop.export.course.rubric import rubric_sheet
from desktop.export.course.sheets import certificate as certificate_blocks
from desktop.export.course.sheets import checklist, prompt_sheet, question_sheet
from desktop.export.course.trainers_key import trainers_key
from desktop.export.course.words import CourseWords
from desktop.export.files import FileExists, write_atomic
from desktop.export.names import handout_file_name
from desktop.export.options import ExportOptions


class HandoutKind(StrEnum):
    """What a handout is; in the order in which a trainer needs them."""

    QUESTIONS = "questions"
    PROMPTS = "prompts"
    DATA = "data"
    CHECKLIST = "checklist"
    RUBRIC = "rubric"
    KEY = "key"
    CERTIFICATE = "certificate"


ALL = tuple(HandoutKind)
# Those with columns to write in by hand, and one to hang on a wall.
_LANDSCAPE = (HandoutKind.RUBRIC, HandoutKind.CERTIFICATE)


@dataclass(frozen=True, slots=True)
class Taker:
    """Somebody who took part, and how many questions they answered (0 = it is not said)."""

    name: str
    answered: int = 0


@dataclass(frozen=True, slots=True)
class Handout:
    """One handout, ready to be written."""

    kind: HandoutKind
    title: str
    file_name: str
    outline: Outline


def handouts(
    course: Course,
    practice: Practice,
    templates: Path,
    made: date,
    kinds: Collection[HandoutKind] = ALL,
    name: str = "",
    answered: int = 0,
    takers: Sequence[Taker] = (),
) -> tuple[Handout, ...]:
    """Return the handouts of a Course.

    Args:
        course: what they are for.
        practice: what it is practised on.
        templates: the templates folder.
        made: the day they are made.
        kinds: those wanted.
        name: who took part, for the certificate; "" leaves a line to write on.
        answered: how many questions they answered, for the certificate; 0 = it is not said.
        takers: all who took part, instead of that one: each has a certificate on a page of its own.

    Raises:
        ContentError: the templates cannot be used.
        ExportError: fixed words cannot be filled.
    """
    words = handout_words(templates, course, practice)
    bodies: dict[HandoutKind, Callable[[Pen], Iterable[OutlineBlock]]] = {
        HandoutKind.QUESTIONS: lambda pen: question_sheet(course, practice, words, pen),
        HandoutKind.PROMPTS: lambda _: prompt_sheet(course, practice, words),
        HandoutKind.DATA: lambda pen: data_pack(course, practice, words, pen),
        HandoutKind.CHECKLIST: lambda _: checklist(course, words),
        HandoutKind.RUBRIC: lambda _: rubric_sheet(course, words),
        HandoutKind.KEY: lambda pen: trainers_key(course, practice, words, pen),
        HandoutKind.CERTIFICATE: lambda _: _certificates(
            course, words, tuple(takers) or (Taker(name, answered),)
        ),
    }
    made_of: list[Handout] = []
    for place, kind in enumerate(HandoutKind, start=1):
        if kind not in kinds:
            continue
        title = words.say(f"title_{kind.value}")
        pen = Pen(words.notes(practice))
        blocks = (*_opening(kind, title, course, words), *bodies[kind](pen))
        outline = _outline(kind, title, course, words, made)
        outline = replace(outline, blocks=blocks, notes=tuple(pen.notes.notes))
        made_of.append(Handout(kind, title, handout_file_name(course.title, place, title), outline))
    return tuple(made_of)


def _certificates(
    course: Course, words: CourseWords, takers: Sequence[Taker]
) -> Iterator[OutlineBlock]:
    """Yield a certificate for each; the title of the first stands there already."""
    kind = HandoutKind.CERTIFICATE
    title = words.say(f"title_{kind.value}")
    for place, taker in enumerate(takers):
        if place:
            yield from _opening(kind, title, course, words, new_page=True)
        yield from certificate_blocks(course, words, taker.name, taker.answered)


def _opening(
    kind: HandoutKind, title: str, course: Course, words: CourseWords, *, new_page: bool = False
) -> Iterator[OutlineBlock]:
    """Yield the title, the name of the Course, and what in it is invented, if the handout has any
    of that.
    """
    yield HeadingBlock(Level.TITLE, title, Part.TITLE, new_page=new_page)
    yield ParagraphBlock(plain_runs(words.say("subtitle")), Part.TITLE)
    if course.example and kind not in _LANDSCAPE:
        own = course.consultation is not None
        yield paragraph(words.say("invented" if own else "invented_part"))


def _outline(
    kind: HandoutKind, title: str, course: Course, words: CourseWords, made: date
) -> Outline:
    """Return the outline of a handout without its blocks."""
    return Outline(
        title=f"{title}: {one_line(course.title)}",
        organisation=one_line(course.author),
        inquiry=str(words.base["inquiry"]),
        body=str(words.base["body"]),
        dated=made,
        numbering=Numbering.CONTINUOUS if kind is HandoutKind.DATA else Numbering.NONE,
        blocks=(),
        frame=Frame(
            header=words.say("header", title=title),
            page=words.say("page"),
            page_numbers=kind is not HandoutKind.CERTIFICATE,
        ),
        landscape=kind in _LANDSCAPE,
    )


def write_handouts(
    some: Iterable[Handout], style: Path, folder: Path, *, overwrite: bool, now: datetime
) -> tuple[Path, ...]:
    """Write handouts to a folder and return their paths.

    Raises:
        FileExists: one of them is there and ``overwrite`` is False; none is written.
        ExportError: one cannot be written.
    """
    from desktop import export

    chosen = tuple(some)
    there = [item.file_name for item in chosen if (folder / item.file_name).exists()]
    if there and not overwrite:
        raise FileExists(
            "There are files of these names already",
            f"{listed(there)} {'is' if len(there) == 1 else 'are'} already in {folder}.",
            "Replace them, or choose another folder.",
        )
    # The places in a paper are cited by number, and each paper begins at 1: typed they stay.
    typed = ExportOptions(numbers_as_text=True)
    made = {
        folder / item.file_name: export.to_docx(item.outline, style, typed, now) for item in chosen
    }
    written: list[Path] = []
    try:
        for path, data in made.items():
            write_atomic(path, data, overwrite)
            written.append(path)
    except ExportError:
        # All of them or none, so that the same can be tried again; what was replaced is gone.
        for path in () if overwrite else written:
            with suppress(OSError):
                path.unlink()
        raise
    return tuple(made)
