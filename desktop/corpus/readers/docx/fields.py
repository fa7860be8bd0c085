"""Fields of a Word document: their results are text, their codes are not."""

from __future__ import annotations

from dataclasses import dataclass, field

from desktop.corpus.limits import XmlElement
from desktop.corpus.readers.docx.names import VAL, W, switched_on, whole

_TICKED, _NOT_TICKED = "☒", "☐"


@dataclass(slots=True)
class _Field:
    form: XmlElement | None
    code: str = ""
    result: bool = False

    @property
    def word(self) -> str:
        """The first word of its code, which is its kind."""
        return self.code.split(maxsplit=1)[0].upper() if self.code.strip() else ""


@dataclass(slots=True)
class Fields:
    """Follows the fields of a story; they can be nested and run over several paragraphs.

    ``balanced`` says that every field which begins also ends; where it is not so, a field is taken
    to end with its paragraph, so that no text is lost.
    """

    balanced: bool = True
    _open: list[_Field] = field(default_factory=list)

    @property
    def shown(self) -> bool:
        """Whether text here is read: not in a code, and not the mark of a note named again."""
        return all(one.result and not _is_mark(one) for one in self._open)

    @property
    def in_contents(self) -> bool:
        """Whether this is in a table of contents that Word made."""
        return any(one.result and one.word == "TOC" for one in self._open)

    def character(self, one: XmlElement) -> str:
        """Take in a ``w:fldChar``; return what a field without result shows."""
        match one.get(f"{W}fldCharType"):
            case "begin":
                self._open.append(_Field(one.find(f"{W}ffData")))
            case "separate" if self._open:
                self._open[-1].result = True
            case "end" if self._open:
                ended = self._open.pop()
                if not ended.result and self.shown:
                    return _form_value(ended.form)
            case _:
                pass
        return ""

    def code(self, text: str) -> None:
        """Take in a piece of a field's code."""
        if self._open and not self._open[-1].result:
            self._open[-1].code += text

    def paragraph_ends(self) -> None:
        """Forget fields that never end."""
        if not self.balanced:
            self._open.clear()


def balanced(root: XmlElement) -> bool:
    """Tell whether every field of a story that begins also ends."""
    kinds = [one.get(f"{W}fldCharType") for one in root.iter(f"{W}fldChar")]
    return kinds.count("begin") == kinds.count("end")


def _is_mark(one: _Field) -> bool:
    return one.word == "NOTEREF" and "\\f" in one.code


def _form_value(form: XmlElement | None) -> str:
    """Return the choice made in a tick box or a list of choices of the older kind."""
    if form is None:
        return ""
    box, choices = form.find(f"{W}checkBox"), form.find(f"{W}ddList")
    if box is not None:
        state = box.find(f"{W}checked")
        if state is None:
            state = box.find(f"{W}default")
        return _TICKED if state is not None and switched_on(state.get(VAL)) else _NOT_TICKED
    if choices is not None:
        chosen = choices.find(f"{W}result")
        entries = choices.findall(f"{W}listEntry")
        at = whole(chosen.get(VAL)) if chosen is not None else 0
        return entries[at].get(VAL, "") if 0 <= at < len(entries) else ""
    return ""
