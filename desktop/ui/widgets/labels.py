"""Labels for words that come from people: never read as markup, wrapped, named for the theme."""

from __future__ import annotations

import re

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel, QSizePolicy, QWidget

_LONG_WORD = re.compile(r"\S{25,}")
_SEAM = re.compile(r"[/\-_?=&.]|[^/\-_?=&.]{20}")


def text_label(text: str = "", role: str = "", parent: QWidget | None = None) -> QLabel:
    """Return a wrapping label; ``role`` is what the theme goes by (heading, strong, muted ...)."""
    label = QLabel(parent)
    label.setTextFormat(Qt.TextFormat.PlainText)
    label.setText(text)
    label.setWordWrap(True)
    # A long word must not make a narrow panel wider than the window.
    label.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Preferred)
    label.setMinimumWidth(0)
    if role:
        label.setProperty("role", role)
    return label


def chip(text: str = "", kind: str = "", parent: QWidget | None = None) -> QLabel:
    """Return a short word on a coloured ground; ``kind`` is what the theme goes by."""
    label = QLabel(parent)
    label.setTextFormat(Qt.TextFormat.PlainText)
    label.setText(text)
    label.setProperty("chip", kind)
    return label


def set_look(widget: QWidget, name: str, value: object) -> None:
    """Change a property that the theme goes by, and let the theme see it."""
    if widget.property(name) == value:
        return
    widget.setProperty(name, value)
    style = widget.style()
    style.unpolish(widget)
    style.polish(widget)
    widget.update()


def set_text(label: QLabel, text: str) -> None:
    """Show a text, or nothing at all where there is none."""
    label.setText(text)
    label.setVisible(bool(text))


def tip(*lines: str) -> str:
    """Return plain words as a tool tip that wraps and is never read as markup."""
    from html import escape

    return "".join(f"<p>{escape(line)}</p>" for line in lines if line)


def breakable(text: str) -> str:
    """Return a text in which web addresses and other long words may go on in the next line."""
    return _LONG_WORD.sub(lambda found: _SEAM.sub("\\g<0>\u200b", found[0]), text)
