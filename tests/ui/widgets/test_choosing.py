"""Choosing a row for the person: the same whichever keys are held down meanwhile."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QStringListModel, Qt
from PySide6.QtWidgets import QAbstractItemView, QApplication, QListView, QTableView
from pytestqt.qtbot import QtBot

from desktop.ui.widgets.choosing import choose_only

MODES = QAbstractItemView.SelectionMode
HELD = {
    "nothing": Qt.KeyboardModifier.NoModifier,
    "Ctrl": Qt.KeyboardModifier.ControlModifier,
    "Shift": Qt.KeyboardModifier.ShiftModifier,
}


@pytest.fixture(params=[QListView, QTableView], ids=["list", "table"])
def view(request: pytest.FixtureRequest, qtbot: QtBot) -> QAbstractItemView:
    made: QAbstractItemView = request.param()
    qtbot.addWidget(made)
    made.setModel(QStringListModel(["halls", "keys", "heating"], made))
    made.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
    return made


def hold(view: QAbstractItemView, held: Qt.KeyboardModifier, qtbot: QtBot) -> None:
    """End a shortcut elsewhere with a key still down."""
    qtbot.keyClick(view, Qt.Key.Key_F9, held)
    assert QApplication.keyboardModifiers() == held


def chosen(view: QAbstractItemView) -> list[int]:
    return [index.row() for index in view.selectionModel().selectedRows()]


@pytest.mark.parametrize("held", HELD.values(), ids=HELD)
@pytest.mark.parametrize("mode", [MODES.SingleSelection, MODES.ExtendedSelection])
def test_the_row_wanted_is_the_only_one_chosen_whatever_key_is_down(
    view: QAbstractItemView, mode: MODES, held: Qt.KeyboardModifier, qtbot: QtBot
) -> None:
    view.setSelectionMode(mode)
    for row in (0, 0, 2):  # the second time it is chosen already: Ctrl would give it up
        hold(view, held, qtbot)
        choose_only(view, view.model().index(row, 0))
        assert chosen(view) == [row]
        assert view.currentIndex().row() == row


def test_no_row_is_chosen_where_there_is_none(view: QAbstractItemView) -> None:
    choose_only(view, view.model().index(1, 0))
    choose_only(view, view.model().index(7, 0))
    assert chosen(view) == []
    assert not view.currentIndex().isValid()
