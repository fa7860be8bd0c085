"""A keystroke in an answer of 3,000 words, and reading and writing such an answer."""

from __future__ import annotations

import random
import time
from collections.abc import Iterator

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QTextCursor
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QVBoxLayout, QWidget

from desktop.core.text import Blocks, Cite, ListBlock, Paragraph, Quote, Subheading, Text
from desktop.markup import parse, write
from desktop.ui.editor import AnswerEditor, EditorToolbar

KEYSTROKES = 600
LONGEST_KEYSTROKE = 16.0  # milliseconds, at the 99th percentile

SENTENCE = (
    "spending reductions fall first on the bodies that hold local groups together when networks "
    "close small organisations lose the means to take up community rights (and contracts) at all"
)
WORDS = SENTENCE.split()


def long_answer(words: int = 3000, citations: int = 40) -> Blocks:
    """Return an answer of about this length with everything an answer can hold."""
    chance = random.Random(7)
    each = words // citations

    def some(count: int) -> str:
        return " ".join(chance.choice(WORDS) for _ in range(count))

    blocks = []
    for number in range(citations):
        bold = Text(some(4), bold=True)
        line = (
            Text(some(each - 16) + " "),
            bold,
            Text(" " + some(4) + "."),
            Cite("bs-69", "para. 3"),
        )
        blocks.append(Paragraph(line))
        if number % 8 == 0:
            blocks.append(Subheading((Text(some(4)),)))
            blocks.append(ListBlock(number % 16 == 0, ((Text(some(8)),), (Text(some(8)),))))
            blocks.append(Quote(((Text(some(12)),),)))
    return tuple(blocks)


@pytest.fixture
def page(qapp: QApplication) -> Iterator[QWidget]:
    page = QWidget()
    layout = QVBoxLayout(page)
    editor = AnswerEditor()
    layout.addWidget(EditorToolbar(editor))
    layout.addWidget(editor)
    page.resize(640, 700)
    editor.set_markdown(write(long_answer()))
    page.show()
    editor.setFocus()
    qapp.processEvents()
    yield page
    page.close()
    page.deleteLater()
    qapp.processEvents()


def percentile(values: list[float], share: float) -> float:
    ordered = sorted(values)
    return ordered[min(len(ordered) - 1, int(len(ordered) * share))]


@pytest.mark.parametrize("place", ["start", "middle", "end"])
def test_a_keystroke_in_a_long_answer(benchmark, page: QWidget, qapp: QApplication, place: str):
    editor = page.findChild(AnswerEditor)
    assert editor is not None
    cursor = editor.textCursor()
    last = editor.document().characterCount() - 1
    cursor.setPosition({"start": 0, "middle": last // 2, "end": last}[place])
    cursor.movePosition(QTextCursor.MoveOperation.EndOfBlock)
    editor.setTextCursor(cursor)
    editor.ensureCursorVisible()
    qapp.processEvents()
    keys = iter("some more words, " * KEYSTROKES)
    taken: list[float] = []

    def press() -> None:
        start = time.perf_counter()
        QTest.keyClicks(editor, next(keys))
        qapp.processEvents()  # layout and paint belong to what a person waits for
        taken.append((time.perf_counter() - start) * 1000)

    benchmark.pedantic(press, rounds=KEYSTROKES, warmup_rounds=20)
    taken = taken[20:] or taken
    benchmark.extra_info["p50_ms"] = round(percentile(taken, 0.50), 2)
    benchmark.extra_info["p99_ms"] = round(percentile(taken, 0.99), 2)
    assert percentile(taken, 0.99) < LONGEST_KEYSTROKE


def test_a_new_paragraph_in_a_long_answer(benchmark, page: QWidget, qapp: QApplication):
    editor = page.findChild(AnswerEditor)
    assert editor is not None

    def press() -> None:
        QTest.keyClick(editor, Qt.Key.Key_Return)
        qapp.processEvents()

    benchmark.pedantic(press, rounds=100, warmup_rounds=5)


def test_taking_a_long_answer_out_of_the_editor(benchmark, page: QWidget):
    editor = page.findChild(AnswerEditor)
    assert editor is not None
    markdown = benchmark(editor.markdown)
    assert markdown == write(long_answer())


def test_showing_a_long_answer(benchmark, page: QWidget):
    editor = page.findChild(AnswerEditor)
    assert editor is not None
    markdown = write(long_answer())
    benchmark(editor.set_markdown, markdown)


def test_reading_a_long_answer_from_markdown(benchmark):
    markdown = write(long_answer())
    blocks = benchmark(parse.__wrapped__, markdown)
    assert blocks == parse(markdown)


def test_writing_a_long_answer_as_markdown(benchmark):
    benchmark(write, long_answer())
