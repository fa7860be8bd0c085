from __future__ import annotations

from hypothesis import given, settings
from PySide6.QtGui import QTextCursor, QTextDocument

from desktop.core.text import Cite, ListBlock, Paragraph, Quote, Table, Text, normalise
from desktop.ui.editor.document import build, read, read_selection
from desktop.ui.editor.inserting import insert_pasted
from tests.support.blocks import any_blocks


@settings(max_examples=100)
@given(blocks=any_blocks)
def test_what_is_shown_reads_back_as_the_same_answer(qapp, blocks):
    document = QTextDocument()
    build(document, blocks)
    assert read(document) == normalise(blocks)


@given(first=any_blocks, second=any_blocks)
def test_a_document_can_show_one_answer_after_another(qapp, first, second):
    document = QTextDocument()
    build(document, first)
    build(document, second)
    assert read(document) == normalise(second)
    assert not document.isUndoAvailable()


@given(blocks=any_blocks)
def test_all_of_a_document_copied_into_another_is_the_same_answer(qapp, blocks):
    document, other = QTextDocument(), QTextDocument()
    build(document, blocks)
    cursor = QTextCursor(document)
    cursor.select(QTextCursor.SelectionType.Document)
    copied = read_selection(cursor)
    insert_pasted(QTextCursor(other), copied)
    assert read(other) == copied
    if document.blockCount() > 1:
        assert copied == normalise(blocks)


@given(blocks=any_blocks)
def test_pasting_is_one_undo_step_and_redo_brings_it_back(qapp, blocks):
    document = QTextDocument()
    build(document, (Paragraph((Text("before after"),)),))
    original = read(document)
    cursor = QTextCursor(document)
    cursor.setPosition(7)
    insert_pasted(cursor, normalise(blocks))
    pasted = read(document)
    if pasted != original:
        document.undo()
        assert read(document) == original
        document.redo()
        assert read(document) == pasted


def selected(document: QTextDocument, start: int, end: int) -> QTextCursor:
    cursor = QTextCursor(document)
    cursor.setPosition(start)
    cursor.setPosition(end, QTextCursor.MoveMode.KeepAnchor)
    return cursor


def test_a_piece_of_a_list_item_is_copied_as_words_not_as_a_list(qapp):
    document = QTextDocument()
    build(document, [ListBlock(False, ((Text("one two"), Cite("a", "p. 1")),))])
    assert read_selection(selected(document, 4, 8)) == (
        Paragraph((Text("two"), Cite("a", "p. 1"))),
    )
    assert read_selection(selected(document, 0, 0)) == ()


def test_several_paragraphs_in_a_table_cell_are_read_as_one_line(qapp):
    document = QTextDocument()
    build(document, [Table(((Text("a"),), (Text("b"),)), ())])
    cursor = QTextCursor(document)
    cursor.setPosition(2)
    cursor.insertBlock()
    cursor.insertText("c")
    assert read(document) == (Table(((Text("a c"),), (Text("b"),)), ()),)


def test_bold_inside_a_sub_heading_or_table_header_is_only_what_was_made_bold(qapp):
    document = QTextDocument()
    blocks = (Quote(((Text("plain "), Text("bold", bold=True)),)),)
    build(document, blocks)
    assert read(document) == blocks
