"""Comments in Word: python-docx writes what they say, the marks in our own runs say on what."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import UTC

from docx.document import Document

from desktop.core.outline import Remark
from desktop.core.text import safe_characters
from desktop.export.word.elements import Element, el, w

# What the format allows.
_LONGEST_AUTHOR, _LONGEST_INITIALS = 255, 9
# The styles that a comment is written in; a style file need not hold them.
_TEXT = ("CommentText", "annotation text", "paragraph", 20)
_REFERENCE = ("CommentReference", "annotation reference", "character", 16)


@dataclass(slots=True)
class CommentMarks:
    """Turns the marks that stand in words into the beginnings and ends of comments.

    ``marks`` has the number of the comment that each mark belongs to, and whether it opens it. A
    mark counts where it is met first; where it comes again it is left out. ``style`` is the id of
    the style of references.

    The reference to a comment that has ended waits for ``references``: LibreOffice mixes up the
    texts of footnotes where one stands between two footnote marks of a paragraph.
    """

    marks: Mapping[str, tuple[int, bool]] = field(default_factory=dict[str, tuple[int, bool]])
    style: str = _REFERENCE[0]
    _met: set[str] = field(default_factory=set[str])
    _ended: list[int] = field(default_factory=list[int])

    def pieces(self, words: str) -> Iterator[str | Element]:
        """Yield words and, between them, the elements that their marks stand for."""
        if not self.marks:
            yield words
            return
        for piece in re.split(f"([{''.join(self.marks)}])", words):
            if piece in self.marks:
                yield from self._elements(piece)
            elif piece:
                yield piece

    def _elements(self, mark: str) -> Iterator[Element]:
        if mark in self._met:
            return
        self._met.add(mark)
        number, opens = self.marks[mark]
        if opens:
            yield el("commentRangeStart", id=number)
            return
        self._ended.append(number)
        yield el("commentRangeEnd", id=number)

    def references(self) -> Iterator[Element]:
        """Yield the references to the comments that have ended and have none yet."""
        for number in self._ended:
            look = el("rPr", el("rStyle", val=self.style))
            yield el("r", look, el("commentReference", id=number))
        self._ended.clear()


def add_comments(document: Document, remarks: Sequence[Remark]) -> CommentMarks:
    """Give a document its comments, and return the marks by which they find their words.

    Nothing is added where there are none.
    """
    if not remarks:
        return CommentMarks()
    styles = {style[0]: _style_id(document, *style) for style in (_TEXT, _REFERENCE)}
    marks: dict[str, tuple[int, bool]] = {}
    for remark in remarks:
        number = _add(document, remark, styles)
        marks[remark.opens] = (number, True)
        marks[remark.closes] = (number, False)
    return CommentMarks(marks, styles[_REFERENCE[0]])


def _add(document: Document, remark: Remark, styles: Mapping[str, str]) -> int:
    author = safe_characters(remark.author).strip()[:_LONGEST_AUTHOR]
    initials = "".join(word[0] for word in author.split())[:_LONGEST_INITIALS].upper()
    lines = filter(None, map(str.strip, safe_characters(remark.text).splitlines()))
    made = document.comments.add_comment("\n".join(lines), author, initials)
    made._comment_elm.date = remark.written.astimezone(UTC)
    for tag in ("pStyle", "rStyle"):
        for named in made._comment_elm.iter(w(tag)):
            named.set(w("val"), styles[named.get(w("val"), "")])
    return made.comment_id


def _style_id(document: Document, style_id: str, name: str, kind: str, size: int) -> str:
    """Return the id of the style of this name, which is added unless there is one."""
    root = document.styles.element
    for style in root.iterfind(w("style")):
        called = style.find(w("name"))
        if called is not None and called.get(w("val"), "").casefold() == name:
            return style.get(w("styleId"), style_id)
    based = "Normal" if kind == "paragraph" else "DefaultParagraphFont"
    root.append(
        el(
            "style",
            el("name", val=name),
            el("basedOn", val=based),
            el("rPr", el("sz", val=size), el("szCs", val=size)),
            type=kind,
            styleId=style_id,
        )
    )
    return style_id
