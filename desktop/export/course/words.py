"""The fixed words of handouts and scripts, read from the templates folder."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

from desktop.core.course import Course
from desktop.core.text import one_line
from desktop.errors import ExportError
from desktop.export.course.practice import Practice
from desktop.export.filling import FillingError, Values, fill_line
from desktop.export.notes import NoteBook
from desktop.export.plan import Plan, load_plan, load_words

HANDOUT = "course-handout"
SCRIPT = "course-script"


@dataclass(frozen=True, slots=True)
class CourseWords:
    """The fixed words of one kind of document, with what all of them may use of one Course."""

    words: Mapping[str, str]
    plan: Plan
    base: Values

    def say(self, word: str, **values: object) -> str:
        """Return a fixed word with its values as one line; raises ExportError if it cannot be
        filled.
        """
        try:
            return fill_line(self.words[word], {**self.base, **values})
        except FillingError as error:
            raise ExportError(
                "The document cannot be built",
                f"The fixed words “{word}” of its template cannot be filled: {error}.",
                "Nothing is lost. Put the original plan.toml back, or correct that line.",
            ) from error

    def minutes(self, minutes: int) -> str:
        """Return a length of time in words, "" for none."""
        return self.say("minutes", minutes=minutes) if minutes else ""

    def notes(self, practice: Practice) -> NoteBook:
        """Return a book for the footnotes of a document."""
        return NoteBook(practice.sources, self.plan, self.base)


def course_words(
    templates: Path,
    kind: str,
    wanted: Mapping[str, tuple[str, ...]],
    course: Course,
    practice: Practice,
) -> CourseWords:
    """Read the words of a kind of document about a Course; raises ContentError as ``load_words``
    does.
    """
    every = {key: (*names, "course") for key, names in wanted.items()}
    _, words = load_words(templates / kind / "plan.toml", every)
    asked = practice.consultation
    base = {
        "organisation": one_line(course.organisation.name),
        "inquiry": one_line(asked.title),
        "body": one_line(asked.body),
        "body_short": one_line(asked.body_short or asked.body),
        "reference": one_line(asked.reference),
        "course": one_line(course.title),
    }
    return CourseWords(words, load_plan(templates), base)
