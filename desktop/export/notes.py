"""Citations become footnotes: in full at first use, in short after, always with the place."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field, replace

from desktop.core.evidence import Source
from desktop.core.outline import Note, NoteRef, Run, Runs
from desktop.core.references import full_reference, short_reference, with_locator
from desktop.core.text import Cite, Line, Text, one_line
from desktop.export.filling import Values
from desktop.export.plan import Plan

# A mark stands after the punctuation it meets: "as they said.1", not "as they said1."
CLOSING = ".,;:!?”’\"')]"


@dataclass(slots=True)
class NoteBook:
    """Turns the citations of a document into footnotes, in the order they come.

    Attributes:
        sources: every Source that the text may cite, by key.
        plan: for the sentence about a Source that is not there.
        base: what the plan's words may use.
        notes: the footnotes so far.
    """

    sources: Mapping[str, Source]
    plan: Plan
    base: Values
    notes: list[Note] = field(default_factory=list)
    _named: set[str] = field(default_factory=set)

    def runs(self, line: Line) -> Runs:
        """Return a line with its citations as footnote marks, and write their notes down."""
        out: list[Run] = []
        for part in line:
            if isinstance(part, Cite):
                out.append(self.mark(part))
            else:
                out.append(part)
        return _tidy(out)

    def mark(self, cite: Cite) -> NoteRef:
        """Write a footnote down and return its mark."""
        number = len(self.notes) + 1
        self.notes.append(Note(number, self._text(cite), cite.key))
        return NoteRef(number)

    def list_of_sources(self) -> tuple[str, ...]:
        """Return the full reference of every Source cited, once each, in alphabetical order."""
        keys = dict.fromkeys(note.source for note in self.notes if note.source in self.sources)
        full = {one_line(full_reference(self.sources[key])) for key in keys}
        return tuple(sorted(full, key=lambda text: (text.casefold().lstrip("“‘\"'"), text)))

    def _text(self, cite: Cite) -> str:
        source = self.sources.get(cite.key)
        if source is None:
            return self.plan.say("missing_source", self.base, key=cite.key, locator=cite.locator)
        name = short_reference if cite.key in self._named else full_reference
        self._named.add(cite.key)
        text = one_line(with_locator(name(source), cite.locator))
        return text if text.endswith((".", "?", "!", ".”", "?”")) else f"{text}."


def _tidy(runs: list[Run]) -> Runs:
    """Let marks stand against the words before them and after the punctuation that follows."""
    out: list[Run] = []
    for place, run in enumerate(runs):
        if isinstance(run, NoteRef):
            if _at_word_end(runs, place):
                _drop_space(out)
            out.append(run)
        elif out and isinstance(out[-1], NoteRef):
            _after_marks(out, run)
        else:
            out.append(run)
    return tuple(out)


def _at_word_end(runs: list[Run], place: int) -> bool:
    """Tell whether nothing but space, punctuation or further marks follow a mark directly."""
    following = runs[place + 1] if place + 1 < len(runs) else None
    if not isinstance(following, Text):
        return True
    return following.text[:1].isspace() or following.text[:1] in CLOSING


def _drop_space(out: list[Run]) -> None:
    """Take white space off the end of the last piece of text."""
    if out and isinstance(last := out[-1], Text):
        text = last.text.rstrip(" ")
        if text:
            out[-1] = replace(last, text=text)
        elif len(out) > 1:
            out.pop()


def _after_marks(out: list[Run], run: Text) -> None:
    """Add text that follows marks; its leading punctuation goes before them."""
    rest = run.text.lstrip(CLOSING)
    lead = run.text[: len(run.text) - len(rest)]
    place = len(out)
    while place and isinstance(out[place - 1], NoteRef):
        place -= 1
    if lead and place:
        before = out[place - 1]
        # Runs of one look stay one run.
        if isinstance(before, Text) and replace(before, text="") == replace(run, text=""):
            out[place - 1] = replace(before, text=before.text + lead)
        else:
            out.insert(place, replace(run, text=lead))
    elif lead:
        rest = run.text
    if rest:
        out.append(replace(run, text=rest))
