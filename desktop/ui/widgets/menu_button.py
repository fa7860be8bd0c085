"""A button that opens a menu."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtWidgets import QMenu, QToolButton

from desktop.ui.form import name_field


def menu_button(name: str, *entries: tuple[str, Callable[[], object]]) -> QToolButton:
    """Return a button called ``name`` with a menu of these words, each with what it does."""
    button = QToolButton()
    button.setProperty("boxed", True)
    button.setPopupMode(QToolButton.ToolButtonPopupMode.InstantPopup)
    button.setText(f"{name} ▾")
    menu = QMenu(button)
    menu.setAccessibleName(name)
    for words, act in entries:
        menu.addAction(words).triggered.connect(lambda _=False, act=act: act())
    button.setMenu(menu)
    name_field(button, name)
    return button
