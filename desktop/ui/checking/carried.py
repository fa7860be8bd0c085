"""A finding that was gone to stays at hand above a page that has no list of checks beside it."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial

from PySide6.QtCore import Qt, QTimer
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QApplication, QFrame, QScrollArea, QVBoxLayout

from desktop.core.finding import Finding, Fix
from desktop.ui.checking.acting import Acting
from desktop.ui.checking.likeness import found_again
from desktop.ui.checking.live import LiveChecks
from desktop.ui.context import Context
from desktop.ui.models.words import LEVELS, dismiss_words
from desktop.ui.navigation import Navigation
from desktop.ui.place import PageId, Place
from desktop.ui.spacing import GAP, GAP_SMALL
from desktop.ui.widgets.buttons import Button
from desktop.ui.widgets.flow import FlowLayout
from desktop.ui.widgets.labels import breakable, chip, set_look, set_text, text_label

_SETTLED = "Done: this is no longer found."


class CarriedFinding(QFrame):
    """What is said, what to do and the buttons that do it; a way back to where it was listed."""

    def __init__(
        self,
        context: Context,
        checks: LiveChecks,
        navigation: Navigation,
        listed: Callable[[], Place | None],
    ) -> None:
        """``listed`` returns the page where findings were listed last."""
        super().__init__()
        self.setObjectName("carriedFinding")
        self.setProperty("card", "soft")
        self._context, self._checks, self._navigation = context, checks, navigation
        self._acting = Acting(context, checks, self)
        self._listed = listed
        self.finding: Finding | None = None
        self._level = chip()
        self._sentence = text_label("", "strong")
        self._remedy = text_label()
        self._fixes: list[Button] = []
        self.dismiss_button = Button("", self._dismiss, look="link")
        self.back_button = Button("Back to the list of checks", self.go_back, look="link")
        self.close_button = Button("Close", self.close_bar, look="link")
        self.close_button.setAccessibleName("Close what the checks say here")
        self._head, self._row = FlowLayout(), FlowLayout()
        self._head.addWidget(self._level)
        for button in (self.dismiss_button, self.back_button, self.close_button):
            self._row.addWidget(button)
        column = QVBoxLayout(self)
        column.setContentsMargins(GAP + GAP_SMALL, GAP, GAP + GAP_SMALL, GAP)
        column.setSpacing(GAP_SMALL)
        column.addLayout(self._head)
        column.addWidget(self._sentence)
        column.addWidget(self._remedy)
        column.addLayout(self._row)
        self.hide()
        checks.changed.connect(self._look_again)

    def words(self) -> list[str]:
        """Return what stands in it, in reading order."""
        labels = (self._level, self._sentence, self._remedy)
        said = [label.text() for label in labels if not label.isHidden()]
        return said + [button.text() for button in self._buttons()]

    def focus_first(self) -> None:
        """Give the keyboard to the first thing that can be done."""
        self._buttons()[0].setFocus(Qt.FocusReason.ShortcutFocusReason)

    def go_back(self) -> None:
        """Go back to the list where the finding stands."""
        place = self._navigation.place
        home = self._listed() or Place(PageId.REVIEW, place.response)
        if place.response and place.response != home.response:
            home = Place(PageId.REVIEW, place.response)
        finding = found_again(self.finding, self._checks.said.open) if self.finding else None
        self._context.go(home)
        self._checks.listed.emit(finding)

    def close_bar(self) -> None:
        """Be seen no more; the keyboard belongs to the page."""
        self.put_away()
        self._navigation.focus_page()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape:
            self.close_bar()
            return
        super().keyPressEvent(event)

    def put_away(self) -> None:
        """Be seen no more."""
        self.finding = None
        self.hide()

    def carry(self, finding: Finding) -> None:
        """Show a finding, and say it to who does not see it."""
        self.finding = finding
        self._show(finding)
        self.show()
        # Once the page below has its new height.
        QTimer.singleShot(0, self, lambda: QTimer.singleShot(0, self, _keep_field_in_sight))
        words = f"{LEVELS[finding.level][1]}: {finding.sentence} {finding.remedy}"
        self.setAccessibleName(words)
        # Slow to load, and the window starts without.
        from PySide6.QtGui import QAccessible, QAccessibleAnnouncementEvent

        QAccessible.updateAccessibility(QAccessibleAnnouncementEvent(self, words))

    def _look_again(self) -> None:
        if self.finding is None or not self._checks.known:
            return
        now = found_again(self.finding, self._checks.said.open)
        if now is not None:
            self.finding = now
        self._show(now)

    def _show(self, finding: Finding | None) -> None:
        """Show a finding, None where it is settled."""
        self._level.setVisible(finding is not None)
        if finding is not None:
            sign, word, look = LEVELS[finding.level]
            self._level.setText(f"{sign} {word}")
            set_look(self._level, "chip", look)
        self._sentence.setText(breakable(finding.sentence) if finding else _SETTLED)
        set_text(self._remedy, breakable(finding.remedy) if finding else "")
        self._offer(finding if self._checks.known else None)

    def _offer(self, finding: Finding | None) -> None:
        """Offer what can be done about it; where nothing can any more, the way back."""
        held = any(button.hasFocus() for button in (*self._fixes, self.dismiss_button))
        for button in self._fixes:
            self._row.removeWidget(button)
            button.hide()
            button.deleteLater()
        self._fixes = [self._fix_button(finding, fix) for fix in finding.fixes] if finding else []
        if finding is not None:
            words = dismiss_words(finding)
            self.dismiss_button.set_words(words, f"{words} {finding.sentence}")
        self.dismiss_button.setVisible(finding is not None)
        for button in (*self._fixes, self.dismiss_button, self.back_button, self.close_button):
            self._row.removeWidget(button)
            self._row.addWidget(button)
        if held:
            self.focus_first()

    def _fix_button(self, finding: Finding, fix: Fix) -> Button:
        return Button(fix.words, partial(self._mend, fix), name=f"{fix.words}: {finding.sentence}")

    def _buttons(self) -> list[Button]:
        every = (*self._fixes, self.dismiss_button, self.back_button, self.close_button)
        return [button for button in every if not button.isHidden()]

    def _mend(self, fix: Fix) -> None:
        self._navigation.flush()
        if self.finding is not None:
            self._acting.mend(self.finding, fix)

    def _dismiss(self) -> None:
        self._navigation.flush()
        if self.finding is not None:
            self._acting.dismiss(self.finding)


def _keep_field_in_sight() -> None:
    """Scroll to the field that has the keyboard and what is round it: there is less room for its
    page now.
    """
    field = QApplication.focusWidget()
    within = field.parentWidget() if field is not None else None
    while within is not None and not isinstance(within, QScrollArea):
        within = within.parentWidget()
    if within is not None and field is not None and field.height() < within.height():
        within.ensureWidgetVisible(field, 0, field.height())
