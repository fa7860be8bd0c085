"""Following rich text from its first brace to its last."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from desktop.corpus.limits import Limits
from desktop.corpus.readers.office.lines import Line, flat
from desktop.corpus.readers.rtf.fonts import Fonts, code_page, language
from desktop.corpus.readers.rtf.information import Information
from desktop.corpus.readers.rtf.lists import Lists
from desktop.corpus.readers.rtf.notes import NoteMarks
from desktop.corpus.readers.rtf.sink import Sink
from desktop.corpus.readers.rtf.state import State, Target
from desktop.corpus.readers.rtf.styles import Styles
from desktop.corpus.readers.rtf.tokens import Kind, Token, tokens
from desktop.corpus.readers.rtf.words import (
    CELLS,
    CHARACTERS,
    DESTINATIONS,
    INFO,
    INHERITING,
    SIGNS,
)

_TICKED, _NOT_TICKED = "☒", "☐"
_TICK_BOX, _UNDECIDED = 1, 25
_BOXES = frozenset({"shptxt", "dptxbxtext"})


@dataclass(slots=True)
class Seen:
    """What the person should hear about the document."""

    tracked: bool = False
    comments: bool = False
    hidden: bool = False


@dataclass(slots=True)
class _Frame:
    """A note or text box that is being read."""

    sink: Sink
    numbered: bool = False
    at_end: bool = False


@dataclass(slots=True)
class _Form:
    """A form field; only tick boxes have no text of their own."""

    kind: int = 0
    result: int = _UNDECIDED
    otherwise: int = 0

    def word(self, word: str, value: int) -> None:
        """Take in a control word of the field."""
        match word:
            case "fftype":
                self.kind, self.result, self.otherwise = value, _UNDECIDED, 0
            case "ffres":
                self.result = value
            case "ffdefres":
                self.otherwise = value
            case _:
                pass

    @property
    def shown(self) -> str:
        """What it shows."""
        chosen = self.otherwise if self.result == _UNDECIDED else self.result
        return (_TICKED if chosen else _NOT_TICKED) if self.kind == _TICK_BOX else ""


@dataclass(slots=True)
class _Group:
    """What has been met at the beginning of a group."""

    first: bool = False
    may_be_passed_over: bool = False


class Reader:
    """Reads one document; ``read`` does it, and then the other attributes can be asked."""

    def __init__(self, limits: Limits) -> None:
        self.information = Information()
        self.seen = Seen()
        self.language = ""
        self._deepest = limits.nesting
        self._fonts, self._styles, self._lists = Fonts(), Styles(), Lists()
        self._marks = NoteMarks()
        self._state, self._stack = State(), list[State]()
        self._frames = [_Frame(Sink(self._styles, self._lists))]
        self._group = _Group()
        self._codes: list[str] = []
        self._form = _Form()
        self._bytes = bytearray()
        self._skip = 0
        self._font = 0
        self._acts = self._structure()
        # What is said in these places is about fonts, styles and the like, not about the text.
        self._tables: dict[Target, Callable[[str, int], None]] = {
            Target.FONTS: self._font_word,
            Target.STYLES: self._styles.word,
            Target.LISTS: self._lists.word,
            Target.LEVEL_TEXT: lambda _word, _value: None,
            Target.INFO: self.information.word,
            Target.FORM: self._form.word,
        }

    def read(self, data: str) -> list[Line]:
        """Return the lines of rich text, a character for each byte."""
        for token in tokens(data):
            if self._state.target is Target.SKIPPED and token.kind not in (Kind.OPEN, Kind.CLOSE):
                continue
            if token.kind is not Kind.BYTE and self._bytes and not self._goes_on(token):
                self._flush()
            self._take(token)
        self._flush()
        while self._stack:
            self._close()
        while len(self._frames) > 1:
            self._end_frame("box")
        return self._frames[0].sink.finish(self._state)

    @property
    def _sink(self) -> Sink:
        return self._frames[-1].sink

    def _take(self, token: Token) -> None:
        match token.kind:
            case Kind.TEXT:
                self._text(token.text)
            case Kind.WORD:
                self._word(token.text, token.value)
            case Kind.BYTE:
                self._byte(token.value or 0)
            case Kind.OPEN:
                self._stack.append(self._state)
                self._state = self._state.inner()
                self._skip = 0
                self._group.first, self._group.may_be_passed_over = True, False
                return
            case Kind.CLOSE:
                self._skip = 0
                self._close()
            case Kind.SIGN:
                self._sign(token.text)
                if token.text == "*":
                    return
        self._group.first = False

    def _sign(self, sign: str) -> None:
        if sign == "*":
            self._group.may_be_passed_over = self._group.first
        elif sign in SIGNS:
            if self._skip:
                self._skip -= 1
            elif sign in "\r\n":
                self._end_paragraph(None)
            else:
                self._put(SIGNS[sign])

    def _byte(self, value: int) -> None:
        if self._skip:
            self._skip -= 1
        elif self._state.target is Target.LEVEL_TEXT:
            self._lists.level_text(chr(value))
        else:
            self._bytes.append(value)

    def _text(self, text: str) -> None:
        if self._skip:
            left = min(self._skip, len(text))
            self._skip -= left
            text = text[left:]
        if text.isascii() and not self._bytes:
            self._put(text)
        else:
            self._bytes += text.encode("latin-1", "replace")

    def _goes_on(self, token: Token) -> bool:
        """Tell whether text may hold the second halves of characters of two bytes."""
        return token.kind is Kind.TEXT and self._fonts.wide(self._state.font)

    def _flush(self) -> None:
        if self._bytes:
            data, self._bytes = bytes(self._bytes), bytearray()
            self._put(self._fonts.decode(data, self._state.font))

    def _put(self, text: str) -> None:
        """Put text where the text of this group goes."""
        if not text:
            return
        match self._state.target:
            case Target.TEXT:
                self._shown(text)
            case Target.LABEL:
                self._sink.label(text)
            case Target.CODE if self._codes:
                self._codes[-1] += text
            case Target.STYLES:
                self._styles.text(text)
            case Target.LEVEL_TEXT:
                self._lists.level_text(text)
            case Target.INFO:
                self.information.text(text)
            case _:
                pass

    def _shown(self, text: str) -> None:
        if self._state.deleted:
            self.seen.tracked = True
        elif self._state.hidden:
            self.seen.hidden = self.seen.hidden or bool(text.strip())
        else:
            self._sink.text(text, self._state)

    def _close(self) -> None:
        """End a group, and what began with it."""
        ended = self._state
        if self._stack:
            self._state = self._stack.pop()
        if ended.begins in ("note", "box"):
            self._end_frame(ended.begins)
        elif ended.begins == "field" and self._codes:
            self._codes.pop()
        elif ended.begins == "form":
            self._end_form()

    def _end_frame(self, kind: str) -> None:
        frame = self._frames.pop()
        lines = frame.sink.finish(State())
        if kind == "box":
            self._sink.box(lines)
            return
        text = " ".join(flat(lines).split())
        if text:
            note = self._marks.note(text, numbered=frame.numbered, at_end=frame.at_end)
            self._sink.note(note, own=not frame.numbered)

    def _end_form(self) -> None:
        if shown := self._form.shown:
            self._sink.text(shown, self._state)

    def _word(self, word: str, value: int | None) -> None:
        group = self._group
        if group.first and (word in DESTINATIONS or self._state.target is Target.INFO):
            self._destination(word)
        elif group.first and group.may_be_passed_over:
            self._state.target = Target.SKIPPED
        elif word in CHARACTERS:
            self._skip, shown = max(self._skip - 1, 0), not self._skip
            self._put(CHARACTERS[word] if shown else "")
        elif word == "u":
            self._put(chr((value or 0) & 0xFFFF))
            self._skip = self._state.skip
        elif self._state.target is not Target.TEXT and self._state.target in self._tables:
            self._tables[self._state.target](word, value or 0)
        elif (act := self._acts.get(word)) is not None:
            act(value)
        elif word in CELLS:
            self._sink.define(word, value or 0, self._state.nested)
        elif not self._state.take(word, value, self._deepest):
            self._marks.word(word, value)

    def _destination(self, word: str) -> None:
        state = self._state
        if state.target is Target.INFO:
            self.information.begin(word if word in INFO else "")
            return
        if state.target is Target.STYLES:
            # Within a style sheet, groups that are not entries say nothing about names.
            state.target = Target.SKIPPED
            return
        if word not in INHERITING:
            state.target = DESTINATIONS[word]
        if word == "footnote" or word in _BOXES:
            state.begins = "note" if word == "footnote" else "box"
            state.plain_text()
            state.plain_paragraph()
            self._frames.append(_Frame(Sink(self._styles, self._lists)))
        else:
            self._lesser_destination(word, state)

    def _lesser_destination(self, word: str, state: State) -> None:
        match word:
            case "annotation":
                self.seen.comments = True
            case "field":
                state.begins = "field"
                self._codes.append("")
            case "fldrslt" if self._codes:
                state.contents |= self._codes[-1].split()[:1] == ["TOC"]
            case "formfield":
                state.begins = "form"
            case "nesttableprops":
                state.nested = True
            case _:
                pass

    def _font_word(self, word: str, value: int) -> None:
        match word:
            case "f":
                self._font = value
            case "fcharset":
                self._fonts.charset(self._font, value)
            case "cpg":
                self._fonts.code_page(self._font, value)
            case _:
                pass

    def _end_paragraph(self, _: int | None) -> None:
        if self._state.target is not Target.TEXT:
            return
        if self._state.deleted:
            self.seen.tracked = True
        else:
            self._sink.end_paragraph(self._state)

    def _end_cell(self, nested: bool) -> None:
        if self._state.target is Target.TEXT:
            self._sink.end_cell(self._state, nested)

    def _end_row(self, nested: bool) -> None:
        self._sink.end_row(self._state, nested)

    def _reference(self, _: int | None) -> None:
        """Take in the mark of a note that is a number, before the note or in it."""
        self._frames[-1].numbered = True

    def _endnote(self, _: int | None) -> None:
        self._frames[-1].at_end = True

    def _set_page(self, page: int | None) -> None:
        self._fonts.page = code_page(page or 1252)

    def _set_language(self, number: int | None) -> None:
        self.language = self.language or language(number or 0)

    def _revised(self, value: int | None) -> None:
        self.seen.tracked |= value != 0

    def _structure(self) -> dict[str, Callable[[int | None], None]]:
        """Return what is done at the words that build the document."""
        return {
            "par": self._end_paragraph,
            "sect": self._end_paragraph,
            "cell": lambda _: self._end_cell(nested=False),
            "nestcell": lambda _: self._end_cell(nested=True),
            "row": lambda _: self._end_row(nested=False),
            "nestrow": lambda _: self._end_row(nested=True),
            "trowd": lambda _: self._sink.begin_row(self._state.nested),
            "page": lambda _: self._sink.page_break(self._state),
            "pagebb": lambda value: self._sink.page_before(value != 0),
            "chftn": self._reference,
            "ftnalt": self._endnote,
            "ansicpg": self._set_page,
            "mac": lambda _: self._set_page(10000),
            "pc": lambda _: self._set_page(437),
            "pca": lambda _: self._set_page(850),
            "deflang": self._set_language,
            "lang": self._set_language,
            "revised": self._revised,
        }
