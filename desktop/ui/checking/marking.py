"""Underlines in a text box what the checks say of the text in it, and shows the place of one."""

from __future__ import annotations

from collections.abc import Iterable

from PySide6.QtCore import QObject, Qt, QTimer
from PySide6.QtGui import QColor, QTextCursor

from desktop.core.finding import Finding, FindingLevel, Spot, TextField
from desktop.ui.checking.live import LiveChecks
from desktop.ui.context import Context
from desktop.ui.editor import AnswerEditor
from desktop.ui.editor.mark_ink import Ink
from desktop.ui.editor.mark_places import LinePlace, line_places, plain_place, stretch_of
from desktop.ui.editor.marks import Layer, Mark
from desktop.ui.widgets.sentence_field import SentenceField

_INKS = {
    FindingLevel.ERROR: Ink.ERROR,
    FindingLevel.WARNING: Ink.WARNING,
    FindingLevel.NUDGE: Ink.NUDGE,
}
# The roles of the theme that underlines are drawn in.
_ROLES = {
    Ink.ERROR: "on-danger",
    Ink.WARNING: "on-warn",
    Ink.NUDGE: "muted",
    Ink.SPELLING: "on-danger",
}


def mark_field(
    box: AnswerEditor | SentenceField, context: Context, field: TextField, item: str = ""
) -> FieldMarks | None:
    """Let the window's checks mark a field; None where there is no window round the page."""
    if context.checks is None:
        return None
    return FieldMarks(box, context, context.checks, field, item)


def colour_marks(box: AnswerEditor | SentenceField, context: Context) -> None:
    """Draw the marks of a box in the colours of the theme, whichever it is."""
    if context.appearance is not None:
        look = context.appearance
        box.marks.set_colours(lambda ink: QColor(look.theme.colour(_ROLES[ink])))


def marks_of(findings: Iterable[Finding], lines: list[LinePlace]) -> list[Mark]:
    """Return the underlines of those Findings whose words stand in these lines."""
    marks: list[Mark] = []
    for finding in findings:
        stretch = stretch_of(finding, lines)
        if stretch is not None:
            said = f"{finding.sentence}\n{finding.remedy}".strip()
            marks.append(Mark(*stretch, _INKS[finding.level], said, finding))
    return marks


class FieldMarks(QObject):
    """Marks one text: ``field`` of a ``question`` or ``item`` ("" where it has none)."""

    def __init__(
        self,
        box: AnswerEditor | SentenceField,
        context: Context,
        checks: LiveChecks,
        field: TextField,
        item: str = "",
    ) -> None:
        super().__init__(box)
        self._box = box
        self._checks = checks
        self._field = field
        self.question, self.item = "", item
        colour_marks(box, context)
        self._shown = 0
        checks.changed.connect(self.show_findings)
        checks.same.connect(self._show_lost)
        checks.wanted.connect(self._show_wanted)
        checks.pointed.connect(self._show_pointed)
        box.document().contentsChange.connect(self._look_for_another)
        self._soon = QTimer(self, singleShot=True, interval=0)
        self._soon.timeout.connect(self.show_findings)

    def show_findings(self) -> None:
        """Mark what the checks say now of the text as it stands in the box."""
        here = [finding for finding in self._checks.said.open if self._spot(finding)]
        lines = self._lines() if here else []
        self._box.marks.show(Layer.FINDINGS, marks_of(here, lines))
        self._shown = len(self._box.marks.all(Layer.FINDINGS))

    def _show_lost(self) -> None:
        """Mark again what lost its mark to a slip of the keyboard that was put right."""
        if len(self._box.marks.all(Layer.FINDINGS)) < self._shown:
            self.show_findings()

    def findings(self) -> list[tuple[int, Finding]]:
        """Return what is marked now, each with the place where it begins."""
        return [
            (mark.start, mark.what)
            for mark in self._box.marks.all(Layer.FINDINGS)
            if isinstance(mark.what, Finding)
        ]

    def select(self, finding: Finding) -> bool:
        """Select what a Finding is about, and give the text the keyboard; tell whether it stands
        here.
        """
        if not self._show_selected(finding):
            return False
        self._box.setFocus(Qt.FocusReason.OtherFocusReason)
        return True

    def _show_selected(self, finding: Finding) -> bool:
        stretch = stretch_of(finding, self._lines()) if self._spot(finding) else None
        if stretch is None:
            return False
        cursor = QTextCursor(self._box.document())
        cursor.setPosition(stretch[0])
        cursor.setPosition(stretch[1], QTextCursor.MoveMode.KeepAnchor)
        self._box.setTextCursor(cursor)
        self._box.ensureCursorVisible()
        return True

    def _look_for_another(self, position: int, removed: int, added: int) -> None:
        """Mark the whole anew where another text was put into the box."""
        whole = added >= self._box.document().characterCount() - 1
        if position == 0 and whole and removed != added:
            self._soon.start()

    def _show_wanted(self, finding: Finding) -> None:
        if self._box.isVisible():
            self.select(finding)

    def _show_pointed(self, finding: Finding) -> None:
        if self._box.isVisible():
            self._show_selected(finding)

    def _spot(self, finding: Finding) -> Spot | None:
        """Return the spot of a Finding that is about this text, otherwise None."""
        spot = finding.spot
        if spot is None or (spot.field, spot.item) != (self._field, self.item):
            return None
        return spot if finding.question == self.question or self.item else None

    def _lines(self) -> list[LinePlace]:
        document = self._box.document()
        if isinstance(self._box, SentenceField):
            return plain_place(document)
        return line_places(document)
