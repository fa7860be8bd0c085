"""The words of one paragraph of an OpenDocument text."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field

from desktop.corpus.limits import XmlElement
from desktop.corpus.readers.odt import names as n
from desktop.corpus.readers.odt.names import DRAW, OFFICE, STYLE_NAME, TEXT
from desktop.corpus.readers.odt.styles import Style, Styles
from desktop.corpus.readers.office.lines import Look
from desktop.corpus.readers.office.pages import Pages
from desktop.corpus.readers.office.symbols import readable
from desktop.corpus.readers.office.tally import Tally

_MOST_SPACES = 100
_PASSED_OVER = frozenset(
    {
        f"{TEXT}number", f"{TEXT}ruby-text", f"{TEXT}script", f"{TEXT}placeholder",
        f"{TEXT}hidden-text", f"{OFFICE}annotation-end", f"{TEXT}tracked-changes",
        f"{TEXT}alphabetical-index-mark", f"{TEXT}note-citation",
    }
)  # fmt: skip


@dataclass(slots=True)
class Seen:
    """What the person should hear about the document."""

    tracked: bool = False
    comments: bool = False
    hidden: bool = False


@dataclass(slots=True)
class Words:
    """What a paragraph says, with the notes and drawings in it."""

    parts: list[str] = field(default_factory=list)
    page: int = 0
    notes: list[XmlElement] = field(default_factory=list)
    drawn: list[XmlElement] = field(default_factory=list)
    tally: Tally = field(default_factory=Tally)

    @property
    def text(self) -> str:
        """The text, with its tabs and line breaks."""
        return readable("".join(self.parts))

    def look(self, indented: bool) -> Look:
        """Return how all of it looks."""
        return self.tally.look("".join(self.parts), indented)


class WordReader:
    """Reads the words of paragraphs, one after another."""

    def __init__(self, styles: Styles, pages: Pages, seen: Seen) -> None:
        self._styles, self._pages, self._seen = styles, pages, seen
        self._words = Words()

    def read(self, paragraph: XmlElement, style: Style) -> Words:
        """Return the words of a paragraph in this style."""
        self._words = Words()
        self._inside(paragraph, style)
        return self._words

    def _inside(self, parent: XmlElement, look: Style) -> None:
        self._add(parent.text, look)
        for one in parent:
            self._element(one, look)
            self._add(one.tail, look)

    def _element(self, one: XmlElement, look: Style) -> None:
        match one.tag.rpartition("}")[2] if one.tag not in _PASSED_OVER else "":
            case "" | "tracked-changes":
                return
            case "s":
                spaces = min(n.whole(one.get(f"{TEXT}c"), 1), _MOST_SPACES)
                self._words.parts.append(" " * spaces)
            case "tab":
                self._words.parts.append("\t")
            case "line-break":
                self._words.parts.append("\n")
            case "soft-page-break":
                self._pages.rendered()
            case "note":
                self._words.notes.append(one)
            case "annotation":
                self._seen.comments = True
            case "hidden-paragraph":
                return
            case _:
                self._other(one, look)

    def _other(self, one: XmlElement, look: Style) -> None:
        if one.tag.startswith(DRAW) and one.tag != f"{DRAW}a":
            self._words.drawn.append(one)
            return
        style = one.get(STYLE_NAME)
        self._inside(one, look if style is None else self._styles.text(style, look))

    def _add(self, text: str | None, look: Style) -> None:
        if not text:
            return
        plain = " ".join(text.split("\n")).replace("\t", " ")
        if look.hidden:
            self._seen.hidden = self._seen.hidden or bool(plain.strip())
            return
        words = self._words
        words.parts.append(plain)
        words.tally.add(
            plain,
            bold=look.bold,
            underlined=look.underlined,
            capitals=look.capitals,
            size=look.size,
        )
        if plain.strip():
            page = self._pages.text()
            words.page = words.page or page


def drawn_blocks(drawing: XmlElement) -> Iterator[XmlElement]:
    """Yield what holds paragraphs in a drawing: text boxes and shapes, each once."""
    if drawing.tag == f"{DRAW}frame":
        # Its children are forms of the same thing, the best first.
        box = drawing.find(f"{DRAW}text-box")
        if box is not None:
            yield box
        return
    if any(one.tag in (n.P, n.LIST, n.H) for one in drawing):
        yield drawing
    for one in drawing:
        if one.tag.startswith(DRAW):
            yield from drawn_blocks(one)
