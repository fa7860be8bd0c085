"""A learner's script: their submission with comments beside the words, and then the rubric."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import datetime
from pathlib import Path

from desktop.core.commenting import Located
from desktop.core.course import Course
from desktop.core.learning import Learning
from desktop.core.outline import (
    Frame,
    HeadingBlock,
    Level,
    Outline,
    OutlineBlock,
    ParagraphBlock,
    Remark,
)
from desktop.core.response import Draft
from desktop.core.rules import Part
from desktop.core.text import one_line
from desktop.export.blocks import plain_runs
from desktop.export.course.pen import Pen, bullets, heading
from desktop.export.course.placing import Placed, Placing, marked_draft, marks_in, with_list_marks
from desktop.export.course.practice import Practice
from desktop.export.course.script_parts import first_attempts, marked_rubric, notes_taken, repairs
from desktop.export.course.words import SCRIPT, CourseWords, course_words
from desktop.export.files import write_atomic
from desktop.export.notes import NoteBook
from desktop.export.options import ExportOptions
from desktop.export.outline import base_values, build_outline

_PLACES = (
    *("answer", "key_point", "about", "reason", "summary", "recommendation", "repair", "first"),
    *("notes", "hearing", "spot", "budget", "other"),
)
_PLAIN = (
    *("page", "author", "left_heading", "repairs_heading", "hearing_heading", "peer_heading"),
    *("column_asked", "column_noted", "rubric_heading", "column_criterion", "column_self"),
    *("column_peer", "column_trainer", "none", "levels_heading"),
    *("first_heading", "notes_heading", "column_step"),
)
_WORDS: Mapping[str, tuple[str, ...]] = {
    **dict.fromkeys(_PLAIN, ()),
    **{f"where_{place}": ("number",) for place in _PLACES},
    "title": ("learner",),
    "header": ("learner",),
    "written": ("learner", "count"),
    "moved": ("quote",),
    "left": ("where", "quote", "text", "author"),
    "exercise": ("number", "title"),
    "mended_ask": ("who", "what", "by_when"),
    "rubric_about": ("whose",),
    "mark": ("level", "why", "place", "number"),
    "criterion": ("name", "asks"),
    "level": ("number",),
}


@dataclass(frozen=True, slots=True)
class Script:
    """A learner's work as it goes back to them.

    Attributes:
        draft: what they wrote.
        course: in which.
        practice: what that is practised on.
        learning: what else they did in it, the columns of the rubric among it.
        comments: where they belong now.
    """

    draft: Draft
    course: Course
    practice: Practice
    learning: Learning
    comments: Sequence[Located] = ()


def write_script(
    script: Script, templates: Path, path: Path, *, overwrite: bool, now: datetime
) -> Path:
    """Write a script as a Word document and return its path.

    Raises:
        FileExists: there is such a file and ``overwrite`` is False.
        ExportError: it cannot be written or built.
        ContentError: the templates cannot be used.
    """
    from desktop import export

    words = _words_for(script, templates)
    outline = _outline(script, words, now)
    write_atomic(path, export.to_docx(outline, words.plan.style, ExportOptions(), now), overwrite)
    return path


def script_outline(script: Script, templates: Path, now: datetime) -> Outline:
    """Return what a script says, with its comments; raises ContentError or ExportError."""
    return _outline(script, _words_for(script, templates), now)


def _words_for(script: Script, templates: Path) -> CourseWords:
    return course_words(templates, SCRIPT, _WORDS, script.course, script.practice)


def _outline(script: Script, words: CourseWords, now: datetime) -> Outline:
    say, learner = words.say, one_line(script.learning.name)
    placing = Placing.of(script.comments)
    draft = marked_draft(script.draft, placing)
    submission = build_outline(draft, words.plan, ExportOptions(skipped_named=True), now.date())
    written = list(with_list_marks(submission.blocks, draft, placing))
    sources = {**script.practice.sources, **draft.sources}
    notes = NoteBook(sources, words.plan, base_values(draft), list(submission.notes))
    pen = Pen(notes)
    worked = [
        *repairs(script.course, script.learning, placing, pen, words),
        *first_attempts(script.draft, script.learning, placing, pen, words),
        *notes_taken(script.course, script.learning, placing, words),
    ]
    there = marks_in([*written, *worked])
    shown = [one for one in placing.placed if {one.opens, one.closes} <= there]
    known = {one.located.comment.id for one in shown}
    left = [one for one in script.comments if one.comment.id not in known]
    title = say("title", learner=learner)
    return replace(
        submission,
        title=title,
        blocks=(
            *_opening(title, words, learner, len(shown)),
            *_below_title(written),
            *worked,
            *_left(left, words),
            *marked_rubric(script.course, script.learning, words),
        ),
        notes=tuple(notes.notes),
        frame=Frame(
            header=say("header", learner=learner),
            page=say("page"),
            notes=submission.frame.notes,
            sources=submission.frame.sources,
        ),
        remarks=tuple(_remark(one, words) for one in shown),
    )


def _opening(title: str, words: CourseWords, learner: str, count: int) -> Iterator[OutlineBlock]:
    yield HeadingBlock(Level.TITLE, title, Part.TITLE)
    said = words.say("written", learner=learner, count=count)
    yield ParagraphBlock(plain_runs(said), Part.TITLE)


def _below_title(blocks: Sequence[OutlineBlock]) -> Iterator[OutlineBlock]:
    """Yield a submission inside a script: there is one title, so its own becomes a line."""
    for block in blocks:
        if isinstance(block, HeadingBlock) and block.level is Level.TITLE:
            yield ParagraphBlock(plain_runs(block.text, bold=True), Part.ANSWERS)
        elif isinstance(block, ParagraphBlock) and block.part is Part.TITLE:
            yield replace(block, part=Part.ANSWERS)
        else:
            yield block


def _remark(placed: Placed, words: CourseWords) -> Remark:
    comment = placed.located.comment
    text = comment.text
    if placed.located.moved:
        quote = one_line(comment.anchor.quote)
        text = f"{text}\n{words.say('moved', quote=quote)}"
    author = one_line(comment.author) or words.say("author")
    return Remark(placed.opens, placed.closes, text, author, comment.written)


def _left(some: Sequence[Located], words: CourseWords) -> Iterator[OutlineBlock]:
    """Yield the comments whose words are not printed, so that none is lost."""
    if some:
        yield heading(words.say("left_heading"))
        yield from bullets(_in_words(one, words) for one in some)


def _in_words(located: Located, words: CourseWords) -> str:
    comment = located.comment
    kind, _, number = comment.anchor.part.partition(":")
    place = kind.replace("-", "_")
    return words.say(
        "left",
        where=words.say(f"where_{place if place in _PLACES else 'other'}", number=number),
        quote=one_line(comment.anchor.quote),
        text=one_line(comment.text),
        author=one_line(comment.author) or words.say("author"),
    )
