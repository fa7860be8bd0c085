"""From the letters of a page to runs: words of one style on one baseline."""

from __future__ import annotations

import math
import re
from collections import Counter
from collections.abc import Iterator
from ctypes import c_double, c_float
from dataclasses import dataclass, field
from typing import NamedTuple

from desktop.corpus.readers.pdf import engine
from desktop.corpus.readers.pdf.shapes import Run, Style

_BOLD = re.compile(r"bold|black|heavy|demi|[-,]bd\b|cmbx|sfbx|-medi$|\bsemibd", re.IGNORECASE)
_ITALIC = re.compile(r"italic|oblique|[-,]it\b|cmti|sfti|-ital", re.IGNORECASE)
_LINE_END_HYPHEN = "\ufffe"  # what PDFium puts for a hyphen at the end of a line
_SPACES = " \t\r\n\x0b\x0c\u00a0\u2002\u2003\u2009\u3000"
_WORD = re.compile(rf"[^{_SPACES}{_LINE_END_HYPHEN}]*{_LINE_END_HYPHEN}|[^{_SPACES}]+")
_UNREADABLE = re.compile("[\ufffd\x03-\x08\x0e-\x1f]")
_WIDE = 0.9  # of the letters' size: a gap that may lie between columns or after a number
_STRAIGHT = 0.06  # radians


class _Look(NamedTuple):
    style: Style
    angle: float
    hidden: bool


class _Word(NamedTuple):
    """Letters ``start`` to ``end`` of a page, all of them of the object ``source``."""

    start: int
    end: int
    source: int
    glued: bool


@dataclass(slots=True)
class PageLetters:
    """The runs of a page in the order of the file, and text that runs in another direction."""

    runs: list[Run] = field(default_factory=list[Run])
    askew: list[str] = field(default_factory=list[str])
    letters: int = 0
    hidden: int = 0
    unreadable: int = 0
    angle: float = 0.0


class LetterReader:
    """Reads the runs of one page after the other."""

    def __init__(self) -> None:
        self._fonts: dict[int, tuple[bool, bool]] = {}
        self._looks: dict[int, _Look] = {}
        self._doubles = engine.Numbers(c_double, 6)
        self._matrix = engine.Numbers(c_float, 6)

    def read(self, textpage: engine.Address) -> PageLetters:
        """Return the runs of a page; measures are PDF's own except that ``y`` grows downwards."""
        # Fonts and objects of another page may lie at the same address.
        self._looks.clear()
        self._fonts.clear()
        text = engine.page_letters(textpage)
        found = PageLetters(letters=sum(map(len, text.split())))
        found.unreadable = len(_UNREADABLE.findall(text))
        pieces: list[tuple[Run, _Look]] = []
        for words in _by_object(textpage, text):
            look = self._look_of(textpage, words[0])
            if look.hidden:
                found.hidden += sum(word.end - word.start for word in words)
            runs = self._straight if abs(look.angle) <= _STRAIGHT else self._turned
            pieces += [(run, look) for run in runs(textpage, text, words, look)]
        found.angle = _main_angle(pieces)
        for run, look in pieces:
            if abs(look.angle - found.angle) <= _STRAIGHT:
                found.runs.append(run)
            else:
                found.askew.append(run.text)
        return found

    def _straight(
        self, textpage: engine.Address, text: str, words: list[_Word], look: _Look
    ) -> Iterator[Run]:
        """Yield words of one object as runs, cut at wide gaps.

        All have one baseline. PDFium is asked where each begins, and where it ends only if it may
        have a gap behind it.
        """
        numbers, origin, size = self._doubles.values, self._doubles.at, look.style.size or 1.0
        x, y = origin(0), origin(1)
        first, begins, last_begins = 0, 0.0, 0.0
        for index, word in enumerate(words):
            engine.get_origin(textpage, word.start, x, y)
            here = numbers[0]
            if index == first:
                begins, last_begins = here, here
                continue
            before = words[index - 1]
            room = here - last_begins - (0.5 * (before.end - before.start) + _WIDE) * size
            if room > 0 or here < last_begins:
                right = self._right(textpage, before)
                if not -0.3 * size < here - right < _WIDE * size:
                    yield _run(text, words[first:index], (begins, right, -numbers[1]), look)
                    first, begins = index, here
            last_begins = here
        engine.get_origin(textpage, words[first].start, x, y)
        right = max(self._right(textpage, words[-1]), begins)
        yield _run(text, words[first:], (begins, right, -numbers[1]), look)

    def _right(self, textpage: engine.Address, word: _Word) -> float:
        at = self._doubles.at
        engine.get_char_box(textpage, word.end - 1, at(2), at(3), at(4), at(5))
        return self._doubles.values[3]

    def _turned(
        self, textpage: engine.Address, text: str, words: list[_Word], look: _Look
    ) -> Iterator[Run]:
        """Yield words of one object that run in another direction, measured along it."""
        numbers, at, size = self._doubles.values, self._doubles.at, look.style.size or 1.0
        cosine, sine = math.cos(look.angle), math.sin(look.angle)
        first, begins, ends, y = 0, 0.0, 0.0, 0.0
        for index, word in enumerate(words):
            engine.get_origin(textpage, word.start, at(0), at(1))
            engine.get_origin(textpage, word.end - 1, at(2), at(3))
            here = numbers[0] * cosine + numbers[1] * sine
            if index > first and not -0.3 * size < here - ends < _WIDE * size:
                yield _run(text, words[first:index], (begins, ends, y), look)
                first = index
            if index == first:
                begins, y = here, numbers[0] * sine - numbers[1] * cosine
            ends = max(here, numbers[2] * cosine + numbers[3] * sine) + 0.5 * size
        yield _run(text, words[first:], (begins, ends, y), look)

    def _look_of(self, textpage: engine.Address, word: _Word) -> _Look:
        look = self._looks.get(word.source)
        if look is None:
            look = self._looks[word.source] = self._look(textpage, word.start, word.source)
        return look

    def _look(self, textpage: engine.Address, index: int, source: int) -> _Look:
        engine.get_char_matrix(textpage, index, self._matrix.at(0))
        a, b, c, d = self._matrix.values[:4]
        size = abs(engine.get_char_size(textpage, index)) * (math.hypot(c, d) or 1.0)
        angle = math.atan2(b, a) if a or b else 0.0
        if not source:
            return _Look(Style(round(size, 1)), angle, False)
        mode = engine.get_render_mode(source)
        bold, italic = self._font(engine.get_font(source) or 0)
        bold = bold or mode == engine.FILLED_AND_STROKED
        leaning = not b and abs(c) > 0.15 * abs(d)
        return _Look(Style(round(size, 1), bold, italic or leaning), angle, _invisible(mode))

    def _font(self, font: int) -> tuple[bool, bool]:
        if font not in self._fonts:
            name, flags = engine.font_looks(font) if font else ("", 0)
            bold = bool(_BOLD.search(name)) or engine.forced_bold(flags)
            italic = bool(_ITALIC.search(name)) or engine.slanted(flags)
            self._fonts[font] = (bold, italic)
        return self._fonts[font]


def _invisible(mode: int) -> bool:
    return mode == engine.INVISIBLE


def _by_object(textpage: engine.Address, text: str) -> Iterator[list[_Word]]:
    """Yield the words of a page, those of one object together, those of several cut."""
    get_object = engine.get_char_object
    group: list[_Word] = []
    end = 0
    matches = [(match.start(), match.end()) for match in _WORD.finditer(text)]
    sources = [get_object(textpage, start) or 0 for start, _ in matches]
    sources.append(-1)
    for index, (start, stop) in enumerate(matches):
        source = sources[index]
        glued = start == end > 0 and text[end - 1] != _LINE_END_HYPHEN
        # The objects follow one another: the word is of one if the next word is of the same.
        if source == sources[index + 1] or source == get_object(textpage, stop - 1):
            pieces = [_Word(start, stop, source, glued)]
        else:
            pieces = _cut(textpage, start, stop, glued)
        for word in pieces:
            if group and group[-1].source != word.source:
                yield group
                group = []
            group.append(word)
        end = stop
    if group:
        yield group


def _cut(textpage: engine.Address, start: int, end: int, glued: bool) -> list[_Word]:
    """Return the letters from ``start`` to ``end`` as one word for each object they are of."""
    sources = [engine.get_char_object(textpage, index) or 0 for index in range(start, end)]
    words: list[_Word] = []
    first = 0
    for index in range(1, len(sources) + 1):
        if index == len(sources) or sources[index] != sources[first]:
            words.append(_Word(start + first, start + index, sources[first], glued))
            first, glued = index, True
    return words


def _run(text: str, words: list[_Word], place: tuple[float, float, float], look: _Look) -> Run:
    raw = text[words[0].start : words[-1].end]
    return Run(
        " ".join(raw.replace(_LINE_END_HYPHEN, "-").split()), *place, look.style, words[0].glued
    )


def _main_angle(pieces: list[tuple[Run, _Look]]) -> float:
    """Return the direction that most letters run in."""
    if all(abs(look.angle) <= _STRAIGHT for _, look in pieces):
        return 0.0
    weights: Counter[float] = Counter()
    for run, look in pieces:
        weights[round(look.angle, 1)] += len(run.text)
    return weights.most_common(1)[0][0]
