"""What can be done with the chosen files, as buttons below the table."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from PySide6.QtWidgets import QWidget

from desktop.ui.models.import_rows import ImportRow, Stage
from desktop.ui.widgets.buttons import Button
from desktop.ui.widgets.flow import FlowLayout

_READ = frozenset({Stage.UNSURE, Stage.SURE})
_TO_LOOK_AT = frozenset({*_READ, Stage.ACCEPTED, Stage.KNOWN, Stage.BINNED})
_AGAIN = frozenset({Stage.FAILED, Stage.KNOWN})


class ImportActions(QWidget):
    """Only what suits the chosen rows can be pressed; what never does is not shown."""

    def __init__(
        self,
        look: Callable[[], object],
        accept: Callable[[], object],
        put_aside: Callable[[], object],
        put_back: Callable[[], object],
        again: Callable[[], object],
        forget: Callable[[], object],
    ) -> None:
        super().__init__()
        self.look = Button("Look at…", look, look="primary", name="Look at the chosen document")
        self.accept = Button("Accept", accept, name="Accept the chosen documents")
        self.put_aside = Button("Put aside", put_aside, name="Put the chosen documents aside")
        self.put_back = Button("Put back", put_back, name="Put the chosen documents back")
        self.again = Button("Read again", again, name="Read the chosen files again")
        self.forget = Button("Take off the list", forget, name="Take the chosen files off the list")
        row = FlowLayout(self)
        for button in (
            self.look,
            self.accept,
            self.put_aside,
            self.put_back,
            self.again,
            self.forget,
        ):
            row.addWidget(button)

    def suit(self, rows: Sequence[ImportRow]) -> None:
        """Offer what can be done with these rows."""
        stages = {row.stage for row in rows}
        self.look.setEnabled(len(rows) == 1 and stages <= _TO_LOOK_AT)
        self.accept.setEnabled(bool(stages & _READ))
        self.put_aside.setEnabled(bool(stages & _READ))
        self.put_back.setVisible(Stage.BINNED in stages)
        self.again.setVisible(bool(stages & _AGAIN))
        self.forget.setVisible(bool(stages & _AGAIN))


def ids_in(rows: Sequence[ImportRow], stages: frozenset[Stage]) -> list[str]:
    """Return the ids of those rows that stand at one of these stages."""
    return [row.id for row in rows if row.stage in stages]


READ, AGAIN, BINNED = _READ, _AGAIN, frozenset({Stage.BINNED})
