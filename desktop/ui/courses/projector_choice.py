"""What to show on a projector, how and where."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication, QScreen
from PySide6.QtWidgets import QComboBox, QRadioButton, QWidget

from desktop.core.consultation import Consultation
from desktop.core.course import Course
from desktop.core.course_slides import ShownKind, shown_of
from desktop.core.references import card_reference, with_locator
from desktop.core.text import Cite
from desktop.markup.paragraphs import paragraphs
from desktop.ui.context import Context
from desktop.ui.courses.projector import Projector
from desktop.ui.form import labelled
from desktop.ui.models.key_model import Row
from desktop.ui.sheet import SheetDialog
from desktop.ui.widgets.flow import FlowLayout
from desktop.ui.widgets.key_list import KeyList

_KEYS = (
    "Arrow keys or a clicker turn the slides. N and P show the next thing and the one before, L "
    "changes between light and dark, Escape ends."
)
_HEADS = {
    ShownKind.COURSE: "The course",
    ShownKind.UNIT: "Units",
    ShownKind.QUESTION: "Questions",
    ShownKind.EXAMPLE: "Examples",
}
_ROWS = 12


class ProjectorSheet(SheetDialog):
    """A list of what there is, light or dark, the screen where there are several."""

    def __init__(self, context: Context, course: Course, parent: QWidget | None = None) -> None:
        super().__init__("Show on a projector", parent)
        named = _naming(context, course)
        self.things = shown_of(
            course, _asked(context, course), lambda text: paragraphs(text, named)
        )
        self.projector: Projector | None = None
        self.say(_KEYS, "muted")
        self.list = KeyList("What to show")
        self.list.setMinimumHeight(self.fontMetrics().lineSpacing() * _ROWS)
        rows: list[Row] = []
        kind = None
        for place, thing in enumerate(self.things):
            if thing.kind is not kind and thing.kind is not ShownKind.COURSE:
                rows.append(Row("", _HEADS[thing.kind], heading=True))
            kind = thing.kind
            rows.append(Row(str(place), thing.name, heading=kind is ShownKind.COURSE))
        self.list.show_rows(rows, "0")
        self.list.activated.connect(lambda _: self.start())
        self.column.addWidget(self.list, 1)
        self.dark = QRadioButton("Light on dark")
        self.light = QRadioButton("Dark on light")
        self.dark.setChecked(True)
        row = FlowLayout()
        row.addWidget(self.dark)
        row.addWidget(self.light)
        self.column.addLayout(row)
        self._screen = self.screen()
        self._offer_screens()
        self.decline_with("Cancel")
        self.show_button = self.add_button("Show", primary=True)
        self.show_button.clicked.connect(self.start)
        self.list.chosen.connect(lambda key: self.show_button.setEnabled(bool(key)))

    def start(self) -> None:
        """Show what is chosen on the whole screen."""
        if not self.list.key():
            return
        self.projector = Projector(
            self.things,
            int(self.list.key()),
            dark=self.dark.isChecked(),
            parent=self.parentWidget(),
        )
        self.projector.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.projector.setScreen(self._screen)
        self.projector.setGeometry(self._screen.geometry())
        self.accept()
        self.projector.showFullScreen()
        self.projector.activateWindow()

    def _offer_screens(self) -> None:
        """Offer all screens where there are several, one that is not this one first."""
        here = self._screen
        screens = sorted(QGuiApplication.screens(), key=lambda screen: screen is here)
        if len(screens) < 2:
            return
        box = QComboBox()
        for screen in screens:
            box.addItem(screen.name() or "Screen")
        self._screen = screens[0]
        box.currentIndexChanged.connect(lambda place: self._choose_screen(screens[place]))
        self.column.addWidget(labelled(box, "On which screen"))

    def _choose_screen(self, screen: QScreen) -> None:
        self._screen = screen


def offer_projector(context: Context, course: Course, parent: QWidget | None) -> ProjectorSheet:
    """Open the sheet that shows something of a Course in large letters."""
    sheet = ProjectorSheet(context, course, parent)
    sheet.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
    sheet.open()
    return sheet


def _naming(context: Context, course: Course) -> Callable[[Cite], str]:
    """Return how a citation is read out: by the number of the paper, as the data pack has it."""
    names = {key: card_reference(source) for key, source in context.session.sources().items()}
    names |= {paper.source.key: f"paper {at}" for at, paper in enumerate(course.papers, start=1)}
    return lambda cite: with_locator(names.get(cite.key, cite.key), cite.locator)


def _asked(context: Context, course: Course) -> Consultation | None:
    known = {each.id: each for each in context.session.consultations()}
    return course.consultation or known.get(course.consultation_id)
