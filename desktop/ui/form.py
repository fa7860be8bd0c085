"""A labelled row: label, field and help wired for the eye, the keyboard and the screen reader at
once.
"""

from __future__ import annotations

from PySide6.QtWidgets import QLabel, QVBoxLayout, QWidget

from desktop.ui.spacing import GAP_SMALL


def labelled(
    field: QWidget,
    label: str,
    help_text: str = "",
    *,
    shown: bool = True,
    parent: QWidget | None = None,
) -> QWidget:
    """Return a column of label, ``field`` and help; sets buddy, accessible name and description
    together.

    ``label`` may hold one ``&`` for the access key. With ``shown=False`` only the field shows,
    still named.
    """
    name_field(field, label.replace("&", ""), help_text)
    row = QWidget(parent)
    column = QVBoxLayout(row)
    column.setContentsMargins(0, 0, 0, 0)
    column.setSpacing(GAP_SMALL)
    if shown:
        heading = QLabel(label)
        heading.setObjectName("fieldLabel")
        heading.setBuddy(field)
        column.addWidget(heading)
    column.addWidget(field)
    if help_text and shown:
        help_label = QLabel(help_text)
        help_label.setObjectName("help")
        help_label.setWordWrap(True)
        column.addWidget(help_label)
    return row


def name_field(field: QWidget, name: str, description: str = "") -> None:
    """Give a widget its accessible name and description."""
    field.setAccessibleName(name)
    if description:
        field.setAccessibleDescription(description)
