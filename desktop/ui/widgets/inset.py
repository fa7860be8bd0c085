"""Room before the words of a field for a number or a day, as in every other field."""

from __future__ import annotations

from PySide6.QtWidgets import QAbstractSpinBox

from desktop.ui.spacing import GAP


def inset(box: QAbstractSpinBox) -> None:
    """Have the words of a field begin where those of others do: the theme's padding does not reach
    them.
    """
    box.lineEdit().setTextMargins(GAP, 0, 0, 0)
