"""The entries of a menu about what the checks say of a place: the sentence, fixes, dismissing."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtGui import QAction, QTextCursor
from PySide6.QtWidgets import QLabel, QMenu, QVBoxLayout, QWidget, QWidgetAction

from desktop.core.finding import Finding
from desktop.ui.checking.acting import Acting
from desktop.ui.editor.marks import Marks
from desktop.ui.models.words import LEVELS, dismiss_words
from desktop.ui.spacing import GAP, GAP_LARGE, GAP_SMALL
from desktop.ui.widgets.labels import breakable, text_label

# As wide as a sentence reads well, in letters.
_LETTERS = 46


def add_findings(
    menu: QMenu,
    at: QTextCursor,
    marks: Marks,
    acting: Acting,
    show: Callable[[Finding], object],
) -> None:
    """Add what the checks say of a place, and what can be done about it; ``show`` brings it to be
    seen in the list of checks.
    """
    found = [mark.what for mark in marks.at(_place(at)) if isinstance(mark.what, Finding)]
    for finding in found:
        if not menu.isEmpty():
            menu.addSeparator()
        said = _sentence(menu, finding)
        said.triggered.connect(lambda _checked=False, finding=finding: show(finding))
        menu.addAction(said)
        menu.setAccessibleName(f"{LEVELS[finding.level][1]}: {finding.sentence}")
        for fix in finding.fixes:
            _add(menu, fix.words, lambda finding=finding, fix=fix: acting.mend(finding, fix))
        words = dismiss_words(finding)
        _add(menu, words, lambda finding=finding: acting.dismiss(finding))
        _add(menu, "Show in the list of checks", lambda finding=finding: show(finding))


def _place(at: QTextCursor) -> int:
    """Return the place that is meant: what is selected counts from its beginning."""
    return at.selectionStart() if at.hasSelection() else at.position()


def _add(menu: QMenu, words: str, act: Callable[[], object]) -> None:
    action = QAction(words.replace("&", "&&"), menu)
    action.triggered.connect(lambda _checked=False: act())
    menu.addAction(action)


def _sentence(menu: QMenu, finding: Finding) -> QWidgetAction:
    """Return what is said, to be read: menus do not wrap words by themselves."""
    inside = QWidget()
    column = QVBoxLayout(inside)
    column.setContentsMargins(GAP_LARGE, GAP, GAP_LARGE, GAP)
    column.setSpacing(GAP_SMALL)
    sign, word, _ = LEVELS[finding.level]
    for words, role in (
        (f"{sign} {word}", "small"),
        (finding.sentence, "strong"),
        (finding.remedy, ""),
    ):
        if words:
            column.addWidget(_wrapped(text_label(breakable(words), role), menu))
    action = QWidgetAction(menu)
    action.setDefaultWidget(inside)
    action.setText(finding.sentence)
    return action


def _wrapped(label: QLabel, menu: QMenu) -> QLabel:
    width = menu.fontMetrics().averageCharWidth() * _LETTERS
    label.setFixedWidth(width)
    label.setMinimumHeight(label.heightForWidth(width))
    return label
