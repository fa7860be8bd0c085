"""The checks at one question: underlines, the way from one finding to the next, what to do here."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

from PySide6.QtCore import QObject, QRectF, Qt
from PySide6.QtGui import QTextCursor
from PySide6.QtWidgets import QMenu

from desktop.core.finding import Finding, TextField
from desktop.core.response import Draft
from desktop.core.rules import Part
from desktop.ui.checking.acting import Acting
from desktop.ui.checking.here_menu import add_findings
from desktop.ui.checking.live import LiveChecks
from desktop.ui.checking.marking import FieldMarks
from desktop.ui.checking.said_card import SaidCard
from desktop.ui.command_list import COMMANDS
from desktop.ui.context import Context
from desktop.ui.editor.mark_ink import TextBox, stretch_rects
from desktop.ui.pages.question_parts.editor_menu import EditorMenu
from desktop.ui.pages.question_parts.saving import Saving
from desktop.ui.pages.question_parts.sheet import QuestionSheet
from desktop.ui.panels.help import HelpPanel, Tab
from desktop.ui.shortcuts import keys_here

_ORDER = (TextField.KEY_POINT, TextField.BODY)


class CheckingHere(QObject):
    """Ties the texts of the page to the checks; ``show_help`` brings a tab of the help panel to be
    seen, by its name.
    """

    def __init__(
        self,
        context: Context,
        sheet: QuestionSheet,
        saving: Saving,
        show_help: Callable[[str], object],
    ) -> None:
        super().__init__(sheet)
        self._context = context
        self._sheet = sheet
        self._saving = saving
        self._show_help = show_help
        self._panel: HelpPanel | None = None
        self._checks: LiveChecks | None = None
        self._acting: Acting | None = None
        self._marks: tuple[FieldMarks, ...] = ()
        self._card: SaidCard | None = None
        self._menu: EditorMenu | None = None
        self._response, self._number = "", ""

    def attach(self, panel: HelpPanel, menu: EditorMenu) -> None:
        """Follow the checks of a panel, and offer what they say in the menu of the answer."""
        sheet, checks = self._sheet, panel.checks.checks
        self._panel, self._checks, self._menu = panel, checks, menu
        self._acting = Acting(self._context, checks, self)
        self._marks = (
            FieldMarks(sheet.key_point, self._context, checks, TextField.KEY_POINT),
            FieldMarks(sheet.editor, self._context, checks, TextField.BODY),
        )
        menu.add_section(self._add_to)
        sheet.editor.edited.connect(checks.poke)
        sheet.key_point.edited.connect(checks.poke)
        checks.wanted.connect(self._show_wanted)
        checks.pointed.connect(self._show_pointed)
        checks.listed.connect(self._show_listed)
        checks.follow(self)
        self.show_texts(self._response, self._number)

    def show_texts(self, response: str, number: str) -> None:
        """Mark the texts of this Question, which have just been put in."""
        self._response, self._number = response, number
        for marks in self._marks:
            marks.question = number
            marks.show_findings()

    def typed(self, draft: Draft) -> Draft:
        """Return the Draft with what is typed here and not saved yet."""
        seen = self._sheet.isVisible() and self._saving.typed
        if not seen or draft.response.id != self._response:
            return draft
        answer = replace(
            draft.answer(self._number),
            key_point=self._sheet.key_point.text(),
            body=self._sheet.editor.markdown(),
        )
        return replace(draft, answers={**draft.answers, self._number: answer})

    def flush(self) -> None:
        """Save what is typed here."""
        self._saving.flush()

    def ahead(self, by: int) -> Finding | None:
        """Return the next finding here (``by`` = 1) or the one before (-1), from the cursor on."""
        if self._checks is None:
            return None
        stops = self._stops(self._checks)
        shown = self._checks.shown
        at = next((at for at, (_, finding) in enumerate(stops) if finding == shown), None)
        here = self._caret()
        if at is None or not self._still_at(stops[at][0]):
            before = sum(place < here for place, _ in stops)
            # The caret stands behind all that is written more often than not: then from the start.
            newly = at is None and by > 0 and before == len(stops)
            at = 0 if newly else before - (by < 0)
        else:
            at += by
        return stops[at][1] if 0 <= at < len(stops) else None

    def actions(self) -> dict[str, Callable[[], None]]:
        """Return what can be done now, by command id."""
        return {"checks.here": self._open_menu}

    def _open_menu(self) -> None:
        """Show what can be done about what is said of the place at the cursor."""
        if self._card is not None:
            self._card.go_away()
        if self._menu is None or not self._menu.open_here():
            self._context.dialogs.notify("Nothing is said of the words at the cursor.")

    def _add_to(self, menu: QMenu, at: QTextCursor) -> None:
        if self._acting is not None:
            add_findings(menu, at, self._sheet.editor.marks, self._acting, self._show_list)

    def _show_list(self, finding: Finding) -> None:
        self._show_help(Tab.CHECKS.value)
        if self._panel is not None:
            self._panel.show_finding(finding)

    def _show_listed(self, finding: Finding | None) -> None:
        if not self._sheet.isVisible():
            return
        if finding is not None:
            self._show_list(finding)
        elif self._panel is not None:
            self._show_help(Tab.CHECKS.value)
            self._panel.show_tab(Tab.CHECKS.value)

    def _stops(self, checks: LiveChecks) -> list[tuple[tuple[int, int], Finding]]:
        """Return the findings here, each with its text (key point, answer) and place in it."""
        placed = {
            finding: (order, place)
            for order, marks in enumerate(self._marks)
            for place, finding in marks.findings()
        }
        # What is said of the answer as a whole comes before what is said of its words.
        stops = [
            (placed.get(finding, (1, -1)), finding)
            for finding in checks.at(self._number)
            if finding in placed or finding.spot is None
        ]
        return sorted(stops, key=lambda stop: stop[0])

    def _caret(self) -> tuple[int, int]:
        if self._sheet.key_point.hasFocus():
            return 0, self._sheet.key_point.textCursor().selectionStart()
        return 1, self._sheet.editor.textCursor().selectionStart()

    def _still_at(self, place: tuple[int, int]) -> bool:
        """Tell whether the cursor is where it was put for a finding."""
        return place[1] < 0 or self._caret() == place

    def _show_wanted(self, finding: Finding) -> None:
        if finding.question != self._number or not self._sheet.isVisible():
            return
        spot = finding.spot
        if finding.part is Part.RECOMMENDATIONS:
            self._show_recommendation(finding)
            return
        if spot is not None and spot.field not in _ORDER:
            return
        at_key = spot is not None and spot.field is TextField.KEY_POINT
        box: TextBox = self._sheet.key_point if at_key else self._sheet.editor
        box.setFocus(Qt.FocusReason.OtherFocusReason)
        if at_key:
            self._sheet.ensureWidgetVisible(box)
        else:
            self._sheet.show_caret()
        cursor = box.textCursor()
        start, end = cursor.selectionStart(), cursor.selectionEnd()
        rects = list(stretch_rects(box, start, end)) if spot and cursor.hasSelection() else []
        place = QRectF(0, 0, 1, box.fontMetrics().height())
        if rects:
            place = rects[0]
            for rect in rects[1:]:
                place = place.united(rect)
        if self._card is None:
            self._card = SaidCard(self._sheet.window())
        self._card.show_at(box, place, finding, _keys())

    def _show_pointed(self, finding: Finding) -> None:
        """Let the words that are selected by now be seen; the keyboard stays where it is."""
        if finding.question != self._number or not self._sheet.isVisible():
            return
        spot = finding.spot
        if finding.part is Part.RECOMMENDATIONS:
            card = self._sheet.recommendations.card(spot.item if spot else "")
            self._sheet.ensureWidgetVisible(card or self._sheet.recommendations)
        elif spot is not None and spot.field is TextField.KEY_POINT:
            self._sheet.ensureWidgetVisible(self._sheet.key_point)
        else:
            self._sheet.show_caret()

    def _show_recommendation(self, finding: Finding) -> None:
        """Open the fields of the recommendation that a Finding is about; where these cannot be
        seen here, go to the page of all of them.
        """
        if not self._sheet.recommendations.show_finding(finding) and self._acting is not None:
            self._acting.go(finding)


def _keys() -> str:
    """Return what to press, as this system writes it."""
    keys = {command.id: keys_here(command) for command in COMMANDS}
    return f"{keys['checks.here']}: what to do    {keys['checks.next']}: the next finding"
