"""What the checks say of a text that is being mended: what is gone, what is still there, what is
new.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QFrame, QVBoxLayout, QWidget

from desktop.core.finding import Finding
from desktop.core.listing import counted
from desktop.session.course_examining import Mended
from desktop.ui.courses.exercise import say_aloud
from desktop.ui.panels.help_tab import card_column
from desktop.ui.spacing import GAP, GAP_SMALL
from desktop.ui.widgets.buttons import Button
from desktop.ui.widgets.flow import FlowLayout
from desktop.ui.widgets.labels import breakable, chip, set_look, text_label

GONE, LEFT, NEW = ("✓ Mended", "used"), ("● Still there", "warn"), ("+ New", "danger")
LITTLE = ("● Little is left", "warn")


@dataclass(frozen=True, slots=True)
class Said:
    """One line of the list: how it stands, and the Finding, or the title of what is gone."""

    state: tuple[str, str]
    title: str
    finding: Finding | None = None


def told(mended: Mended) -> Iterator[Said]:
    """Yield what there is to say, in the order of the exercise's faults, then what is new."""
    if mended.is_little:
        yield Said(LITTLE, _too_little(mended))
    # A fault that went with the text is not mended.
    for fault in (*mended.left, *(() if mended.is_little else mended.gone)):
        title = mended.titles.get(fault, fault)
        found = [each for each in mended.findings if each.check == fault]
        if fault in mended.gone or not found:
            yield Said(GONE, title)
        for each in found:
            yield Said(LEFT, each.sentence, each)
    for each in mended.new:
        yield Said(NEW, each.sentence, each)


def summed_up(mended: Mended) -> str:
    """Return how it stands in one sentence."""
    if mended.is_little:
        return "Little of the text is left, so it does not count as mended yet."
    gone, all_ = len(mended.gone), len(mended.gone) + len(mended.left)
    if all_ == 1:
        how = "The fault is gone" if gone else "The fault is still there"
    elif gone == all_:
        how = f"All {all_} faults are gone"
    else:
        how = f"{gone} of {all_} faults gone"
    if not mended.new:
        return f"{how}."
    brought = counted(len(mended.new), "new thing") + " came in"
    return f"{how}, but {brought}." if gone == all_ else f"{how}, and {brought}."


def _too_little(mended: Mended) -> str:
    words = counted(mended.words, "word")
    return (
        f"You have {words}. A fault can be cut away, and what was worth saying goes with it. "
        f"Say it without the fault, in {mended.least} words or more."
    )


class RepairSaid(QWidget):
    """``fix(Finding, Fix)`` asks to have one mended as the check offers it."""

    fix = Signal(object, object)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._shown: tuple[Said, ...] | None = None
        self._summary = text_label("The checks are reading your text …", "strong")
        self._rows = QVBoxLayout()
        self._rows.setSpacing(GAP)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(GAP)
        column.addWidget(text_label("What the checks say", "heading"))
        column.addWidget(self._summary)
        column.addLayout(self._rows)

    def words(self) -> str:
        """Return how it stands, as it is shown."""
        return self._summary.text()

    def rows(self) -> tuple[Said, ...]:
        """Return the lines that are shown."""
        return self._shown or ()

    def forget(self) -> None:
        """Show nothing of another exercise."""
        self._shown = None
        self._summary.setText("The checks are reading your text …")
        self._clear()

    def show_mended(self, mended: Mended) -> None:
        """Show what the checks say now."""
        rows = tuple(told(mended))
        if rows == self._shown:
            return
        news = self._shown is not None
        self._shown = rows
        said = summed_up(mended)
        self._summary.setText(said)
        set_look(self._summary, "role", "done" if mended.is_mended else "strong")
        self._clear()
        for row in rows:
            self._rows.addWidget(self._card(row))
        if news:
            say_aloud(self, said)

    def _clear(self) -> None:
        while (item := self._rows.takeAt(0)) is not None:
            widget = item.widget()
            if widget is not None:
                widget.hide()
                widget.deleteLater()

    def _card(self, row: Said) -> QWidget:
        card = QFrame()
        card.setProperty("card", "soft")
        column = card_column(card)
        column.setSpacing(GAP_SMALL)
        column.addWidget(chip(*row.state), 0, Qt.AlignmentFlag.AlignLeft)
        column.addWidget(text_label(breakable(row.title)))
        finding = row.finding
        if finding is None:
            return card
        column.addWidget(text_label(breakable(finding.remedy), "muted"))
        if finding.fixes:
            buttons = FlowLayout()
            for offered in finding.fixes:
                act = lambda offered=offered: self.fix.emit(finding, offered)  # noqa: E731
                name = f"{offered.words}: {finding.sentence}"
                buttons.addWidget(Button(offered.words, act, name=name))
            column.addLayout(buttons)
        return card
