"""Tab goes where the eye goes: by the order of the layouts, also for what was added late."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import pairwise

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QAbstractScrollArea, QLayout, QScrollArea, QSplitter, QWidget


def follow_reading_order(root: QWidget) -> None:
    """Chain everything in ``root`` that takes the keyboard in the order in which it is read."""
    for one, other in pairwise(takers(root)):
        QWidget.setTabOrder(one, other)


def takers(root: QWidget) -> Iterator[QWidget]:
    """Give the widgets in ``root`` that take the keyboard, as their layouts list them."""
    if root.focusPolicy() != Qt.FocusPolicy.NoFocus and root.focusProxy() is None:
        yield root
    if isinstance(root, QScrollArea):
        inner = root.widget()
        if inner is not None:
            yield from takers(inner)
    elif isinstance(root, QSplitter):
        for place in range(root.count()):
            part = root.widget(place)
            if part is not None:
                yield from takers(part)
    elif not isinstance(root, QAbstractScrollArea):
        layout = root.layout()
        if layout is not None:
            yield from _in_layout(layout)


def _in_layout(layout: QLayout) -> Iterator[QWidget]:
    for place in range(layout.count()):
        item = layout.itemAt(place)
        if item is None:
            continue
        widget, inner = item.widget(), item.layout()
        if widget is not None:
            yield from takers(widget)
        elif inner is not None:
            yield from _in_layout(inner)
