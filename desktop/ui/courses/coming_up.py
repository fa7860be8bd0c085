"""Scrolls to what a button has just brought, which may stand below what is seen."""

from __future__ import annotations

from PySide6.QtCore import QPoint, QTimer
from PySide6.QtWidgets import QScrollArea, QWidget

from desktop.ui.spacing import GAP

# Columns within columns take some rounds until everything has its place.
_SETTLED_MS = 60


def bring_up(widget: QWidget) -> None:
    """Scroll until a widget is seen, or as much of it from its top as there is room for; once it
    has its place.
    """
    for after in (0, _SETTLED_MS):
        QTimer.singleShot(after, widget, lambda: _bring_up(widget))


def _bring_up(widget: QWidget) -> None:
    area = widget.parentWidget()
    while area is not None and not isinstance(area, QScrollArea):
        area = area.parentWidget()
    inside = area.widget() if isinstance(area, QScrollArea) else None
    if not isinstance(area, QScrollArea) or inside is None or not widget.isVisible():
        return
    top = widget.mapTo(inside, QPoint(0, 0)).y() - GAP
    bottom = top + widget.height() + 2 * GAP
    bar = area.verticalScrollBar()
    lowest = bottom - area.viewport().height()
    if bar.value() < lowest:
        bar.setValue(min(lowest, top))
    elif bar.value() > top:
        bar.setValue(top)
