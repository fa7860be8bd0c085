"""The words of one paragraph of a Word document, run by run."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, field

from desktop.corpus.limits import XmlElement
from desktop.corpus.readers.docx import names as n
from desktop.corpus.readers.docx.fields import Fields
from desktop.corpus.readers.docx.names import VAL, W
from desktop.corpus.readers.docx.styles import NOTHING, RunLook, Styles, run_look
from desktop.corpus.readers.office.alternatives import ALTERNATE, chosen
from desktop.corpus.readers.office.lines import Look
from desktop.corpus.readers.office.pages import Pages
from desktop.corpus.readers.office.symbols import readable, symbol
from desktop.corpus.readers.office.tally import Tally

_DELETED = frozenset({f"{W}del", f"{W}moveFrom"})
_INSERTED = frozenset({f"{W}ins", f"{W}moveTo"})
_PASSED_OVER = frozenset(
    {n.P_PR, n.R_PR, f"{W}sdtPr", f"{W}sdtEndPr", f"{W}rt", f"{W}delText", f"{W}delInstrText"}
)
_WHITE = {
    f"{W}tab": "\t", f"{W}ptab": "\t", f"{W}cr": "\n", f"{W}noBreakHyphen": "-",
}  # fmt: skip
_DRAWN = frozenset({f"{W}drawing", f"{W}pict", f"{W}object"})
_NOTES = {f"{W}footnoteReference": "footnote", f"{W}endnoteReference": "endnote"}
_PROMPT = re.compile(
    r"\[|(?:please )?(?:click|tap|choose|enter|select|type|insert|pick)\b", re.IGNORECASE
)
_LONGEST_PROMPT = 120


@dataclass(slots=True)
class Seen:
    """What the person should hear about the document."""

    tracked: bool = False
    comments: bool = False
    hidden: bool = False
    embedded: bool = False


@dataclass(slots=True)
class Words:
    """What a paragraph says.

    ``notes`` are the kind, id and own mark of each note it refers to (empty for a mark by number),
    ``drawn`` the drawings that may hold text; ``broken_before`` and ``broken_after`` tell that the
    writer ended a page there.
    """

    parts: list[str] = field(default_factory=list)
    page: int = 0
    notes: list[tuple[str, str, list[str]]] = field(default_factory=list)
    drawn: list[XmlElement] = field(default_factory=list)
    tally: Tally = field(default_factory=Tally)
    broken_before: bool = False
    broken_after: bool = False

    @property
    def text(self) -> str:
        """The text, with its tabs and line breaks."""
        return readable("".join(self.parts))

    def look(self, indented: bool) -> Look:
        """Return how all of it looks."""
        return self.tally.look("".join(self.parts), indented)


class WordReader:
    """Reads the words of paragraphs, one after another."""

    def __init__(self, styles: Styles, fields: Fields, pages: Pages, seen: Seen) -> None:
        self._styles, self._fields, self._pages, self._seen = styles, fields, pages, seen
        self._words = Words()
        self._base = NOTHING
        self._look = NOTHING
        self._mark: list[str] | None = None

    def read(self, paragraph: XmlElement, base: RunLook) -> Words:
        """Return the words of a paragraph whose style has the look ``base``."""
        self._words, self._base = Words(), base
        self._inside(paragraph)
        self._fields.paragraph_ends()
        return self._words

    def _inside(self, parent: XmlElement) -> None:
        for one in parent:
            tag = one.tag
            if tag == n.R:
                self._run(one)
            elif tag in _DELETED:
                self._seen.tracked = True
            elif tag in _PASSED_OVER:
                continue
            elif tag == ALTERNATE:
                self._inside(chosen(one))
            elif tag == n.MATH_TEXT:
                self._add(one.text or "", NOTHING)
            elif len(one):
                self._container(one)

    def _container(self, one: XmlElement) -> None:
        tag = one.tag
        if tag in _INSERTED:
            self._seen.tracked = True
        if tag == f"{W}sdt" and is_placeholder(one):
            return
        if tag == f"{W}fldSimple" and one.get(f"{W}instr", "").split()[:1] == ["NOTEREF"]:
            return
        self._inside(one)

    def _run(self, run: XmlElement) -> None:
        look = self._base
        properties = n.child(run, n.R_PR)
        if properties is not None and len(properties):
            look = run_look(properties)
            if (style := n.child(properties, f"{W}rStyle")) is not None:
                look = look.over(self._styles.run(style.get(VAL, "")))
            look = look.over(self._base)
        self._mark = None
        self._look = look
        for one in run:
            if one.tag == n.T:
                self._text(one.text or "")
            else:
                self._special(one)

    def _text(self, text: str) -> None:
        if self._mark is not None:
            self._mark.append(text)
            return
        self._add(text.replace("\n", " "), self._look)

    def _special(self, one: XmlElement) -> None:
        """Take in what is in a run besides its text."""
        tag = one.tag
        if tag in _WHITE:
            self._add(_WHITE[tag], self._look)
        elif tag == f"{W}br":
            self._break(one)
        elif tag == f"{W}fldChar":
            self._add(self._fields.character(one), self._look)
        elif tag == f"{W}instrText":
            self._fields.code(one.text or "")
        elif tag == f"{W}sym":
            self._add(symbol(_code(one)), self._look)
        elif tag == f"{W}lastRenderedPageBreak":
            self._pages.rendered()
        elif tag in _NOTES:
            self._note(one)
        elif tag in _DRAWN:
            self._words.drawn.append(one)
        elif tag not in _PASSED_OVER:
            self._rest(one)

    def _rest(self, one: XmlElement) -> None:
        if one.tag == ALTERNATE:
            for inner in chosen(one):
                self._special(inner) if inner.tag != n.T else self._text(inner.text or "")
        elif one.tag == f"{W}commentReference":
            self._seen.comments = True
        elif len(one):  # phonetic guides, and whatever a newer Word puts there
            self._inside(one)

    def _break(self, one: XmlElement) -> None:
        if one.get(f"{W}type") == "page":
            self._pages.by_hand()
            if self._words.tally.letters:
                self._words.broken_after = True
                self._add("\n\n", NOTHING)
            else:
                self._words.broken_before = True
        else:
            self._add("\n", self._look)

    def _note(self, one: XmlElement) -> None:
        if not self._fields.shown:
            return
        own: list[str] = []
        if n.switched_on(one.get(f"{W}customMarkFollows", "0")):
            self._mark = own
        self._words.notes.append((_NOTES[one.tag], one.get(f"{W}id", ""), own))

    def _add(self, text: str, look: RunLook) -> None:
        if not text or not self._fields.shown:
            return
        if look.hidden:
            self._seen.hidden = self._seen.hidden or bool(text.strip())
            return
        words = self._words
        words.parts.append(text)
        words.tally.add(
            text,
            bold=look.bold,
            underlined=look.underlined,
            capitals=look.capitals,
            size=look.size,
        )
        if text.strip():
            page = self._pages.text()
            words.page = words.page or page


def drawn_parts(drawing: XmlElement) -> Iterator[XmlElement]:
    """Yield the text boxes, paragraphs of drawings and diagrams in a drawing, in order."""
    for one in drawing:
        if one.tag in (n.BOX, n.DRAWING_P, n.DIAGRAM):
            yield one
        elif one.tag == ALTERNATE:
            yield from drawn_parts(chosen(one))
        elif len(one):
            yield from drawn_parts(one)


def is_placeholder(control: XmlElement) -> bool:
    """Tell whether a content control shows only its prompt: “Click here to enter text”."""
    found = control.find(f"{W}sdtPr/{W}showingPlcHdr")
    if found is None or not n.switched_on(found.get(VAL)):
        return False
    text = "".join(one.text or "" for one in control.iter(n.T)).strip()
    # Templates have whole paragraphs that are marked like this and that people leave in place.
    return not text or (_PROMPT.match(text) is not None and len(text) <= _LONGEST_PROMPT)


def _code(one: XmlElement) -> int:
    try:
        return int(one.get(f"{W}char", "0"), 16)
    except ValueError:
        return 0
