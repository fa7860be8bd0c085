"""The marks of notes in rich text."""

from __future__ import annotations

from dataclasses import dataclass, field

from desktop.corpus.readers.office.lines import Note
from desktop.corpus.readers.office.numerals import printed
from desktop.corpus.readers.rtf.words import NOTE_FORMS

_LONGEST_MARK = 3
_ABOUT_NOTES = ("ftn", "aftn")


@dataclass(slots=True)
class _Count:
    form: str = "decimal"
    next: int = 1


@dataclass(slots=True)
class NoteMarks:
    """Numbers footnotes and endnotes, as the document wants it."""

    _counts: dict[str, _Count] = field(default_factory=lambda: {"ftn": _Count(), "aftn": _Count()})

    def word(self, word: str, value: int | None) -> None:
        """Take in a control word about how notes are numbered, or any other."""
        if not word.startswith(_ABOUT_NOTES):
            return
        kind = "aftn" if word.startswith("aftn") else "ftn"
        rest = word.removeprefix(kind)
        if rest in NOTE_FORMS:
            self._counts[kind].form = NOTE_FORMS[rest]
        elif rest == "start" and value:
            self._counts[kind].next = value

    def note(self, text: str, *, numbered: bool, at_end: bool) -> Note:
        """Return a note; one without a number begins with its own mark."""
        if not numbered:
            mark, _, rest = text.partition(" ")
            if mark and len(mark) <= _LONGEST_MARK and rest:
                return Note(mark, rest)
        count = self._counts["aftn" if at_end else "ftn"]
        mark = printed(count.next, count.form)
        count.next += 1
        return Note(mark, text)
