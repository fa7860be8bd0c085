from __future__ import annotations

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from PySide6.QtGui import QTextCharFormat, QTextCursor, QTextDocument

from desktop.core.finding import Finding, FindingLevel, Spot
from desktop.core.rules import Part
from desktop.core.text import Cite, lines, plain
from desktop.markup import parse
from desktop.ui.editor import AnswerEditor
from desktop.ui.editor.document import build, read
from desktop.ui.editor.formats import OBJECT_CHARACTER, citation_format
from desktop.ui.editor.mark_places import line_places, stretch_of

BODY = """\
Most halls closed.[@larch-2024, page 4] Nobody \U0001f600 came.

### What it costs

- one thing
- another thing

> Nobody came.

| Place | Lost |
| --- | --- |
| Fernbrook |  |
|  | 40% |

The end."""


def selected(document: QTextDocument, stretch: tuple[int, int]) -> str:
    cursor = QTextCursor(document)
    cursor.setPosition(stretch[0])
    cursor.setPosition(stretch[1], QTextCursor.MoveMode.KeepAnchor)
    return cursor.selectedText()


def finding_at(line: int, start: int, end: int, excerpt: str, basis: str) -> Finding:
    return Finding(
        "figure-source",
        FindingLevel.WARNING,
        Part.ANSWERS,
        "Said.",
        "Mend it.",
        "1",
        excerpt,
        spot=Spot(line=line, start=start, end=end),
        basis=basis,
    )


def test_every_line_is_found_as_it_is_kept(editor: AnswerEditor) -> None:
    editor.set_markdown(BODY)
    kept = [plain(line) for line in lines(parse(BODY))]
    assert [line.text for line in line_places(editor.document())] == kept


@settings(suppress_health_check=[HealthCheck.function_scoped_fixture], deadline=None)
@given(st.lists(st.text(alphabet="ab \t\u2028\x07\ufffc\U0001f600.", max_size=12), max_size=4))
def test_whatever_was_typed_each_character_kept_is_where_it_is_said_to_be(
    qapp: object, paragraphs: list[str]
) -> None:
    document = QTextDocument()
    cursor = QTextCursor(document)
    for character in "\n".join(paragraphs):
        cited = character == OBJECT_CHARACTER
        cursor.insertText(character, citation_format(Cite("larch")) if cited else QTextCharFormat())
    kept = [plain(line) for line in lines(read(document))]
    found = [line for line in line_places(document) if line.text]
    assert [line.text for line in found] == [text for text in kept if text]
    for line in found:
        for place, character in enumerate(line.text):
            stretch = line.stretch(place, place + 1)
            assert stretch is not None
            if character != " ":
                assert selected(document, stretch) == character


@pytest.mark.parametrize(
    ("line", "words"),
    [
        (0, "Nobody \U0001f600"),
        (1, "costs"),
        (3, "another"),
        (4, "Nobody"),
        (10, "40%"),
        (11, "end"),
    ],
)
def test_what_a_finding_is_about_is_found_in_every_kind_of_line(
    editor: AnswerEditor, line: int, words: str
) -> None:
    editor.set_markdown(BODY)
    places = line_places(editor.document())
    text = [plain(one) for one in lines(parse(BODY))][line]
    start = text.index(words)
    said = finding_at(line, start, start + len(words), words, text)
    stretch = stretch_of(said, places)
    assert stretch is not None
    assert selected(editor.document(), stretch).replace("\ufffc", "") == words


def test_a_line_that_has_moved_is_found_and_one_that_has_changed_is_not() -> None:
    said = finding_at(0, 0, 4, "Most", "Most halls closed.")
    document = QTextDocument()
    build(document, parse("Another.\n\nMost halls closed."))
    stretch = stretch_of(said, line_places(document))
    assert stretch is not None
    assert selected(document, stretch) == "Most"
    build(document, parse("Few halls closed."))
    assert stretch_of(said, line_places(document)) is None
    build(document, parse("In our area, Most of the halls closed."))
    changed = stretch_of(said, line_places(document))
    assert changed is not None
    assert selected(document, changed) == "Most"
    build(document, parse("Most halls closed.\n\nMost halls closed."))
    assert stretch_of(said, line_places(document)) is not None
