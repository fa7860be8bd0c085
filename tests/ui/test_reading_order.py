"""Tab goes where the eye goes, also to what was added late."""

from __future__ import annotations

import pytest
from PySide6.QtWidgets import (
    QFrame,
    QHBoxLayout,
    QLabel,
    QLineEdit,
    QPushButton,
    QScrollArea,
    QSplitter,
    QVBoxLayout,
    QWidget,
)
from pytestqt.qtbot import QtBot

from desktop.ui.reading_order import follow_reading_order, takers


@pytest.fixture
def page(qtbot: QtBot) -> QWidget:
    widget = QWidget()
    qtbot.addWidget(widget)
    QVBoxLayout(widget)
    return widget


def names(page: QWidget) -> list[str]:
    """Return what Tab reaches, in order, from the first field on."""
    chain: list[str] = []
    widget = page.nextInFocusChain()
    while widget is not None and widget is not page:
        if isinstance(widget, (QLineEdit, QPushButton)):
            chain.append(widget.objectName())
        widget = widget.nextInFocusChain()
    start = chain.index(min(chain))
    return chain[start:] + chain[:start]


def field(name: str) -> QLineEdit:
    made = QLineEdit()
    made.setObjectName(name)
    return made


def test_what_is_added_above_later_comes_first(page: QWidget) -> None:
    column = page.layout()
    assert isinstance(column, QVBoxLayout)
    column.addWidget(field("3"))
    column.addWidget(field("4"))
    column.insertWidget(0, field("1"))
    row = QHBoxLayout()
    row.addWidget(QLabel("no stop"))
    row.addWidget(field("2"))
    column.insertLayout(1, row)
    follow_reading_order(page)
    assert names(page) == ["1", "2", "3", "4"]


def test_scrolled_and_split_parts_are_read_in_their_place(page: QWidget) -> None:
    column = page.layout()
    assert column is not None
    split, left, right = QSplitter(), QFrame(), QFrame()
    QVBoxLayout(left).addWidget(field("1"))
    area, inner = QScrollArea(), QWidget()
    QVBoxLayout(inner).addWidget(field("2"))
    area.setWidget(inner)
    QVBoxLayout(right).addWidget(area)
    last = field("3")
    column.addWidget(last)
    split.addWidget(left)
    split.addWidget(right)
    column.removeWidget(last)
    column.addWidget(split)
    column.addWidget(last)
    follow_reading_order(page)
    assert names(page) == ["1", "2", "3"]


def test_a_field_that_stands_for_another_is_no_stop_of_its_own(page: QWidget) -> None:
    column = page.layout()
    assert column is not None
    outer, inner = field("outer"), field("inner")
    QVBoxLayout(outer).addWidget(inner)
    outer.setFocusProxy(inner)
    column.addWidget(outer)
    assert [widget.objectName() for widget in takers(page)] == ["inner"]
