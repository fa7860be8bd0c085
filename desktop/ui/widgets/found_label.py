"""A wrapping label in which words are marked: bold and underlined, never by colour alone."""

from __future__ import annotations

from html import escape

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel, QWidget

from desktop.ui.models.found_words import Spans, spans
from desktop.ui.widgets.labels import breakable, text_label


def found_label(role: str = "", parent: QWidget | None = None) -> QLabel:
    """Return a label for ``show_found``."""
    return text_label("", role, parent)


def show_found(label: QLabel, text: str, query: str) -> None:
    """Show a text with the words of a query marked; nothing at all where there is no text."""
    found = spans(text, query)
    if found:
        label.setTextFormat(Qt.TextFormat.RichText)
        label.setText(marked_html(text, found))
    else:
        label.setTextFormat(Qt.TextFormat.PlainText)
        label.setText(breakable(text))
    label.setAccessibleName(text)
    label.setVisible(bool(text))


def marked_html(text: str, found: Spans) -> str:
    """Return a text as HTML with these stretches marked."""
    parts: list[str] = []
    end = 0
    for start, stop in found:
        parts += [_plain(text[end:start]), f"<b><u>{_plain(text[start:stop])}</u></b>"]
        end = stop
    parts.append(_plain(text[end:]))
    return f"<span>{''.join(parts)}</span>"


def _plain(text: str) -> str:
    return escape(breakable(text)).replace("\n", "<br>")
