from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QFontInfo
from PySide6.QtWidgets import QLineEdit, QVBoxLayout, QWidget

from desktop.core.text import Cite, Paragraph, Text, lines, plain
from desktop.core.words import Count, count
from desktop.markup import parse
from desktop.ui.editor import AnswerEditor
from tests.ui.editor.cursors import ANSWER, put_cursor, select


def full_count(editor: AnswerEditor) -> Count:
    return sum((count(plain(line)) for line in lines(parse(editor.markdown()))), Count())


def test_an_answer_comes_back_as_it_was_shown(editor):
    editor.set_markdown(ANSWER)
    assert editor.markdown() == ANSWER


def test_showing_an_answer_is_no_edit_and_cannot_be_undone(editor, qtbot):
    with qtbot.assertNotEmitted(editor.edited):
        editor.set_markdown(ANSWER)
    assert not editor.document().isUndoAvailable()
    editor.undo()
    assert editor.markdown() == ANSWER


def test_typing_says_that_the_answer_was_edited_and_how_long_it_is(editor, qtbot):
    with qtbot.waitSignals([editor.edited, editor.counted]):
        qtbot.keyClicks(editor, "Two words")
    assert editor.markdown() == "Two words"
    assert editor.word_count() == Count(2, 9)


def test_an_answer_changed_from_outside_keeps_the_cursor_where_it_was(editor):
    editor.set_markdown("One two")
    put_cursor(editor, "two")
    editor.set_markdown("One two three", keep_cursor=True)
    assert editor.textCursor().position() == 4
    editor.set_markdown("One", keep_cursor=True)
    assert editor.textCursor().atEnd()


def test_bold_and_italic_are_set_and_taken_away(editor):
    editor.set_markdown("One two three")
    select(editor, "two")
    editor.apply_bold()
    editor.apply_italic()
    assert editor.markdown() == "One ***two*** three"
    assert (editor.state().bold, editor.state().italic) == (True, True)
    editor.apply_bold()
    editor.apply_italic()
    assert editor.markdown() == "One two three"


@pytest.mark.parametrize(
    ("kind", "markdown"),
    [
        ("bullets", "- One\n- Two"),
        ("numbers", "1. One\n2. Two"),
        ("quote", "> One\n>\n> Two"),
        ("subheading", "### One\n\n### Two"),
    ],
)
def test_paragraphs_become_another_kind_and_paragraphs_again(editor, kind, markdown):
    editor.set_markdown("One\n\nTwo")
    editor.selectAll()
    getattr(editor, f"apply_{kind}")()
    assert editor.markdown() == markdown
    assert editor.state().kind == kind
    getattr(editor, f"apply_{kind}")()
    assert editor.markdown() == "One\n\nTwo"
    editor.undo()
    editor.undo()
    assert editor.markdown() == "One\n\nTwo"
    assert not editor.document().isUndoAvailable()


def test_an_item_beside_a_list_joins_it(editor):
    editor.set_markdown("1. One\n\nTwo")
    put_cursor(editor, "Two")
    editor.apply_numbers()
    assert editor.markdown() == "1. One\n2. Two"
    items = editor.textCursor().currentList()
    assert items is not None
    assert items.count() == 2


def test_enter_ends_a_heading_and_an_empty_item_ends_its_list(editor, qtbot):
    editor.set_markdown("### One")
    put_cursor(editor, at_end=True)
    qtbot.keyClick(editor, Qt.Key.Key_Return)
    qtbot.keyClicks(editor, "a")
    editor.apply_bullets()
    qtbot.keyClick(editor, Qt.Key.Key_Enter, Qt.KeyboardModifier.KeypadModifier)
    qtbot.keyClicks(editor, "b")
    qtbot.keyClick(editor, Qt.Key.Key_Return)
    qtbot.keyClick(editor, Qt.Key.Key_Return, Qt.KeyboardModifier.ShiftModifier)
    qtbot.keyClicks(editor, "c")
    assert editor.markdown() == "### One\n\n- a\n- b\n\nc"


def test_backspace_at_the_start_of_an_item_makes_it_a_paragraph(editor, qtbot):
    editor.set_markdown("- a\n- b")
    put_cursor(editor, "b")
    qtbot.keyClick(editor, Qt.Key.Key_Backspace)
    assert editor.markdown() == "- a\n\nb"
    qtbot.keyClick(editor, Qt.Key.Key_Backspace)
    assert editor.markdown() == "- ab"


def test_control_tab_writes_a_tab_that_is_saved_as_a_space(editor, qtbot):
    qtbot.keyClicks(editor, "a")
    qtbot.keyClick(editor, Qt.Key.Key_Tab, Qt.KeyboardModifier.ControlModifier)
    qtbot.keyClicks(editor, "b")
    assert "\t" in editor.toPlainText()
    assert editor.markdown() == "a b"


def test_tab_leaves_the_editor(qtbot):
    page = QWidget()
    qtbot.addWidget(page)
    layout = QVBoxLayout(page)
    editor, field = AnswerEditor(), QLineEdit()
    layout.addWidget(editor)
    layout.addWidget(field)
    with qtbot.waitActive(page):
        page.show()
        page.activateWindow()
    editor.setFocus()
    qtbot.keyClick(editor, Qt.Key.Key_Tab)
    assert field.hasFocus()
    assert editor.markdown() == ""


def test_control_k_is_left_to_the_command_palette(editor, qtbot):
    editor.set_markdown("One two")
    from PySide6.QtCore import QEvent
    from PySide6.QtGui import QKeyEvent

    control = Qt.KeyboardModifier.ControlModifier
    override = QKeyEvent(QEvent.Type.ShortcutOverride, Qt.Key.Key_K, control)
    editor.event(override)
    assert not override.isAccepted()


def test_a_link_is_asked_for_shown_and_taken_away(editor, dialogs):
    editor.set_markdown("See our site now")
    select(editor, "our site")
    dialogs.answer = "charity.example/page"
    editor.apply_link()
    assert editor.markdown() == "See [our site](<https://charity.example/page>) now"
    put_cursor(editor, "site")
    assert editor.state().link == "https://charity.example/page"
    dialogs.answer = ""
    editor.apply_link()
    assert dialogs.shown == "https://charity.example/page"
    assert editor.markdown() == "See our site now"


@pytest.mark.parametrize("answer", [None, "javascript:alert(1)", "no address", "/page"])
def test_what_cannot_be_a_link_changes_nothing(editor, dialogs, answer):
    editor.set_markdown("See site")
    select(editor, "site")
    dialogs.answer = answer
    editor.apply_link()
    assert editor.markdown() == "See site"


def test_an_address_without_words_is_inserted_and_not_typed_on(editor, qtbot):
    editor.apply_link("someone@charity.example")
    qtbot.keyClicks(editor, " or ring")
    assert (
        editor.markdown() == "[someone@charity.example](<mailto:someone@charity.example>) or ring"
    )


def test_typing_before_a_link_at_the_start_of_a_line_is_no_link(editor, qtbot):
    editor.set_markdown("[site](<http://a>)")
    put_cursor(editor)
    qtbot.keyClicks(editor, "x")
    assert editor.markdown() == "x[site](<http://a>)"
    put_cursor(editor, "te")
    qtbot.keyClicks(editor, "y")
    assert editor.markdown() == "x[siyte](<http://a>)"


def test_without_someone_to_ask_a_link_needs_its_address(qtbot):
    editor = AnswerEditor()
    qtbot.addWidget(editor)
    editor.apply_link()
    assert editor.markdown() == ""


def test_a_quotation_and_chips_are_painted_in_every_theme(editor):
    editor.set_markdown("> One.[@a]\n>\n> Two.\n\nThree.")
    editor.resize(300, 200)
    before = editor.grab().toImage()
    palette = editor.palette()
    palette.setColor(palette.ColorRole.Link, Qt.GlobalColor.magenta)
    editor.setPalette(palette)
    assert editor.grab().toImage() != before


def test_tables_are_inserted_filled_grown_and_left_by_keyboard(editor, qtbot):
    editor.set_markdown("One")
    put_cursor(editor, at_end=True)
    editor.apply_table()
    assert editor.state().in_table
    editor.apply_table()  # nothing: tables do not go into tables
    for text in ("Year", "2009", "2010"):
        qtbot.keyClicks(editor, text)
        qtbot.keyClick(editor, Qt.Key.Key_Return)
    qtbot.keyClicks(editor, "2011")
    qtbot.keyClick(editor, Qt.Key.Key_Return)
    qtbot.keyClick(editor, Qt.Key.Key_Return)
    assert not editor.state().in_table
    qtbot.keyClicks(editor, "after")
    rows = "| Year |  |\n| --- | --- |\n| 2009 |  |\n| 2010 |  |\n| 2011 |  |"
    assert editor.markdown() == f"One\n\n{rows}\n\nafter"


def test_rows_and_columns_are_added_and_removed(editor):
    from desktop.ui.editor.tables import TableChange

    small = "| a | b |\n| --- | --- |\n| c | d |"
    editor.set_markdown(small)
    put_cursor(editor, "a")
    editor.change_table(TableChange.ADD_COLUMN)
    editor.change_table(TableChange.ADD_ROW)
    assert editor.markdown() == ("| a |  | b |\n| --- | --- | --- |\n|  |  |  |\n| c |  | d |")
    editor.change_table(TableChange.REMOVE_ROW)
    put_cursor(editor, "b")
    editor.change_table(TableChange.REMOVE_COLUMN)
    put_cursor(editor, "c")
    editor.change_table(TableChange.REMOVE_ROW)
    assert editor.markdown() == "| a |  |\n| --- | --- |"
    put_cursor(editor, "a")
    editor.change_table(TableChange.REMOVE_ROW)
    assert editor.markdown() == ""
    editor.change_table(TableChange.ADD_ROW)  # outside a table: nothing
    assert editor.markdown() == ""


def test_lists_are_not_made_inside_tables(editor):
    markdown = "| a | b |\n| --- | --- |\n| c | d |"
    editor.set_markdown(markdown)
    put_cursor(editor, "c")
    editor.apply_bullets()
    assert editor.markdown() == markdown


def test_backspace_after_a_table_goes_into_it(editor, qtbot):
    editor.set_markdown("| a |\n| --- |\n| b |\n\nc")
    put_cursor(editor, "c")
    qtbot.keyClick(editor, Qt.Key.Key_Backspace)
    assert editor.state().in_table


def test_the_count_follows_every_edit(editor, qtbot):
    editor.set_markdown(ANSWER)
    assert editor.word_count() == full_count(editor)
    put_cursor(editor, "three")
    for step in (
        lambda: qtbot.keyClicks(editor, "new words "),
        lambda: qtbot.keyClick(editor, Qt.Key.Key_Return),
        lambda: qtbot.keyClick(editor, Qt.Key.Key_Backspace),
        editor.apply_bullets,
        lambda: editor.insert_blocks([Paragraph((Text("x y"), Cite("k")))]),
        editor.undo,
        editor.undo,
        editor.redo,
        editor.selectAll,
        editor.cut,
        editor.paste,
        editor.undo,
        editor.undo,
    ):
        step()
        assert editor.word_count() == full_count(editor)


def test_backspace_over_the_last_letter_of_an_item_keeps_the_item(editor, qtbot):
    editor.set_markdown("- ab")
    put_cursor(editor, at_end=True)
    qtbot.keyClick(editor, Qt.Key.Key_Backspace)
    assert editor.markdown() == "- a"


def test_a_larger_text_size_is_no_edit_and_leaves_room_for_numbers(editor, qtbot):
    editor.set_markdown("\n".join(f"{number}. item" for number in range(1, 13)))
    with qtbot.assertNotEmitted(editor.edited):
        font = editor.font()
        font.setPointSizeF(QFontInfo(font).pointSizeF() * 2)
        editor.setFont(font)
    assert editor.document().indentWidth() >= editor.fontMetrics().horizontalAdvance("12.")
