"""The main window: header, three sheets, menus; knows where the person is and does what commands
say.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QByteArray, QMargins, QRect, QSize, Qt, QTimer, Signal
from PySide6.QtGui import QCloseEvent, QShowEvent
from PySide6.QtWidgets import QApplication, QMainWindow, QVBoxLayout, QWidget

from desktop.core.changes import Changes, Kind
from desktop.core.consultation import Consultation
from desktop.errors import DesktopError
from desktop.session import Session
from desktop.ui.appearance import Appearance
from desktop.ui.body import GUTTER, Body, Side
from desktop.ui.bridge import Bridge
from desktop.ui.checking.carrying import PageUnderFinding
from desktop.ui.checking.live import LiveChecks
from desktop.ui.command_list import COMMANDS
from desktop.ui.context import Context
from desktop.ui.debounce import Debounce
from desktop.ui.dialogs import Dialogs
from desktop.ui.header import Header
from desktop.ui.jobs import Jobs
from desktop.ui.memory import Memory
from desktop.ui.menus import Menus
from desktop.ui.navigation import Navigation
from desktop.ui.notice import Notice, room_beside
from desktop.ui.page_table import PAGE_TITLES, make_page
from desktop.ui.place import PageId, Place
from desktop.ui.qt_dialogs import QtDialogs
from desktop.ui.side_panels import SidePanels
from desktop.ui.status import Status
from desktop.ui.stepping_on import stepping_on
from desktop.ui.undoing import Undoing

if TYPE_CHECKING:
    from desktop.ui.palette import Palette

SMALLEST_SIZE = (720, 480)
_USUAL_SIZE = (1360, 840)
# What the system draws round a window; it says how much only once the window is there.
_FRAME = QMargins(8, 40, 8, 8)
_PLACE, _CARET, _GEOMETRY, _LAYOUT = "place", "caret", "geometry", "sheets"
_LATER_MS = 250


class Window(QMainWindow):
    """The window of one open workspace.

    ``closed`` comes when it has been closed and everything typed is saved;
    ``workspace_wanted(Path)`` when the
    person asks for another workspace.
    """

    closed = Signal()
    workspace_wanted = Signal(object)

    def __init__(
        self,
        session: Session,
        appearance: Appearance,
        memory: Memory,
        dialogs: Dialogs | None = None,
    ) -> None:
        super().__init__()
        self.session = session
        self.appearance = appearance
        self.memory = memory
        self.setMinimumSize(*SMALLEST_SIZE)
        self.bridge = Bridge(session, self)
        self.jobs = Jobs(self._job_failed, self)
        self.ground = QWidget()
        self.ground.setObjectName("ground")
        self.notice = Notice(self, self._notice_room)
        self.dialogs: Dialogs = dialogs or QtDialogs(self, self.notice.say)
        self.checks = LiveChecks(session, self.bridge, self.jobs, self)
        self.context = Context(
            session,
            self.bridge,
            self.jobs,
            self.dialogs,
            self.go,
            self.run,
            appearance,
            memory,
            self.checks,
            self.workspace_wanted.emit,
        )
        self.header = Header()
        self.navigation = Navigation(
            lambda page: make_page(page, self.context, self.navigation), self.dialogs.show_error
        )
        self.middle = PageUnderFinding(self.context, self.checks, self.navigation)
        self.body = Body(self.middle, appearance.scale)
        self.panels = SidePanels(self.context, self.body, self.navigation)
        self.status = Status(self.context, self.header, self.navigation)
        self.undoing = Undoing(session, self.dialogs, self)
        self.menus = Menus(self, COMMANDS)
        self.finder: Palette | None = None
        self._backup = QTimer(self, singleShot=True)
        self._backup.timeout.connect(self.status.back_up)
        self._later = QTimer(self, singleShot=True, interval=_LATER_MS)
        self._build()
        self._listen()

    # Where the person is

    @property
    def place(self) -> Place:
        """Where the person is."""
        return self.navigation.place

    def go(self, place: Place) -> None:
        """Show another place, after saving what was typed in this one."""
        self.navigation.go(place)

    def come_back(self) -> None:
        """Show the place where the person was when the workspace was closed."""
        from desktop.ui.coming_back import come_back

        come_back(self, self.session.setting(_PLACE), self.session.setting(_CARET))

    def settle_in(self, words: list[str]) -> None:
        """Do what can wait until the window shows: the quiet backup, and words about what happened
        on opening.
        """
        from desktop.ui.settling import settle_in

        settle_in(self, words)

    def flush(self) -> None:
        """Save what was typed."""
        self.navigation.flush()

    def show_change(self, changes: Changes) -> None:
        """Go where a change was undone, if that is a question of the present response."""
        here = self.place
        elsewhere = changes.question not in ("", here.item)
        if here.page is PageId.QUESTION and changes.response == here.response and elsewhere:
            self.go(Place(PageId.QUESTION, here.response, changes.question))

    def can_step_question(self, step: int) -> bool:
        """Whether there is a question, or a step of a course, that many places on."""
        return stepping_on(self, step) is not None

    def step_question(self, step: int) -> None:
        """Go to the question, or the step of a course, that many places on."""
        if go := stepping_on(self, step):
            go()

    def can_go_back(self) -> bool:
        """Whether there is a place to go back to."""
        return self.navigation.can_go_back

    def go_back(self) -> None:
        """Show the place before this one."""
        self.navigation.back()

    # What the present page can do

    def page_can(self, action: str) -> bool:
        """Whether the present page can do this now."""
        return action in self.middle.actions_here()

    def run_on_page(self, action: str) -> None:
        """Let the present page do this, if it can."""
        if run := self.middle.actions_here().get(action):
            run()

    def run(self, command: str) -> None:
        """Do a command by its id, if it can be done now."""
        self.menus.run(command)

    # What commands do

    def new_response(self, consultation: Consultation | None = None) -> None:
        """Start a response; asks what cannot be known."""
        from desktop.ui.new_response import start_response

        start_response(self.context, consultation)

    def delete_response(self) -> None:
        """Put the present response in the bin, with a way to take it back at hand."""
        from desktop.core.edits import BinResponse

        response = self.place.response
        self.flush()
        if self.context.apply(BinResponse(response, self.session.clock())) is None:
            return
        self.go(Place(PageId.START))
        self.notice.say(
            "The response is in the bin.",
            "Undo",
            lambda: self.context.apply(BinResponse(response, None)),
        )

    def open_workspace(self) -> None:
        """Ask for another workspace."""
        path = self.dialogs.open_file(
            "Open workspace",
            self.session.path.parent,
            "Consultee workspaces (*.consultee);;All files (*)",
        )
        if path is not None:
            self.workspace_wanted.emit(path)

    def back_up_soon(self, milliseconds: int) -> None:
        """Back the workspace up quietly a moment from now, or when the window closes before."""
        self._backup.start(milliseconds)

    def back_up_now(self) -> None:
        """Back the workspace up, on another thread."""
        self.flush()
        self.status.back_up(asked_for=True)

    def text_action(self, name: str) -> None:
        """Cut, copy, paste or select all in the text box that has the keyboard, or on its page."""
        widget = QApplication.focusWidget()
        while widget is not None and not callable(getattr(widget, name, None)):
            widget = widget.parentWidget()
        if widget is not None:
            getattr(widget, name)()

    def search(self) -> None:
        """Open the palette."""
        from desktop.ui.palette_opening import make_palette

        if self.finder is None:
            self.finder = make_palette(self)
        self.flush()
        self.finder.open()

    def show_tab(self, number: int) -> None:
        """Show a tab of the help panel, counted from 0."""
        self.panels.show_tab(number)

    def show_checks(self) -> None:
        """Show what the checks say of the whole response: beside a question, or on the review."""
        if not self.panels.show_checks():
            self.go(Place(PageId.REVIEW, self.place.response))

    def focus_left(self) -> None:
        """Give the keyboard to the list of questions."""
        self.panels.focus(Side.LEFT)

    def focus_page(self) -> None:
        """Give the keyboard to the page."""
        self.body.close_drawer()
        self.navigation.focus_page()

    def focus_right(self) -> None:
        """Give the keyboard to the help panel."""
        self.panels.focus(Side.RIGHT)

    # How it is done

    def raise_window(self) -> None:
        """Come to the front: somebody started the program again."""
        self.setWindowState(self.windowState() & ~Qt.WindowState.WindowMinimized)
        self.show()
        self.raise_()
        self.activateWindow()

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        # After the first paint: the page is to be seen first.
        QTimer.singleShot(0, self, lambda: QTimer.singleShot(0, self, self.menus.fill))

    def closeEvent(self, event: QCloseEvent) -> None:
        self.flush()
        if self.status.failing and not self.dialogs.confirm(
            "Close without saving?",
            "What you typed last could not be saved. If you close now, it is lost.",
            "Close anyway",
            "Keep the window open",
            risky=True,
        ):
            event.ignore()
            return
        self._remember()
        if self._backup.isActive():
            self._backup.stop()
            self.status.back_up()
        self.bridge.close()
        self.jobs.close()
        # Nothing that still waits for a quiet may read the workspace once it is closed.
        for waiting in self.findChildren(Debounce):
            waiting.cancel()
        event.accept()
        self.closed.emit()

    def _build(self) -> None:
        column = QVBoxLayout(self.ground)
        column.setContentsMargins(GUTTER, 4, GUTTER, GUTTER)
        column.setSpacing(GUTTER - 2)
        column.addWidget(self.header)
        column.addWidget(self.body, 1)
        self.setCentralWidget(self.ground)
        self.notice.raise_()
        geometry = self.memory.bytes(_GEOMETRY)
        if not (isinstance(geometry, QByteArray) and self.restoreGeometry(geometry)):
            room = self.screen().availableSize().shrunkBy(_FRAME)
            self.resize(QSize(*_USUAL_SIZE).boundedTo(room))
        self.body.recall_layout(self.memory.text(_LAYOUT))

    def _listen(self) -> None:
        self.header.search.connect(self.search)
        self.header.checks.connect(self.show_checks)
        self.menus.filled.connect(lambda: self.header.set_shortcut(self.menus.keys("palette")))
        self.header.course.connect(lambda: self.run("go.course"))
        self.header.leave.connect(lambda: self.run("course.leave"))
        self.navigation.arrived.connect(self._arrived)
        self.checks.wanted.connect(lambda _: self.menus.refresh())
        self.bridge.changed.connect(self._changed)
        self.header.questions_button.clicked.connect(lambda: self.body.toggle(Side.LEFT))
        self.header.help_button.clicked.connect(lambda: self.body.toggle(Side.RIGHT))
        self.body.changed.connect(self._sides_changed)
        self.appearance.changed.connect(self._redress)
        self._later.timeout.connect(self._settle)

    def _arrived(self, place: Place) -> None:
        self.panels.show_place(place)
        self.status.show_place(place)
        self.checks.show_response(place.response)
        draft = self.status.draft
        title = draft.consultation.title if draft else PAGE_TITLES[place.page]
        self.header.name_left("Steps" if place.page is PageId.COURSE else "Questions")
        self.setWindowTitle(f"{title} – Consultee")
        self.menus.refresh()
        self._later.start()

    def _settle(self, *, closing: bool = False) -> None:
        """Note the place a moment after the move, so that moving itself is quick."""
        try:
            if self.session.setting(_PLACE) != self.place.stored():
                self.session.set_setting(_PLACE, self.place.stored())
            if closing:
                from desktop.ui.caret import caret_in

                self.session.set_setting(_CARET, caret_in(self.navigation))
        except DesktopError as error:
            self.header.show_failure(error)

    def _changed(self, changes: Changes) -> None:
        if changes.kinds == {Kind.SETTINGS}:
            return
        self.menus.refresh()

    def _sides_changed(self) -> None:
        hidden = {side: self.body.offered(side) and not self.body.shown(side) for side in Side}
        drawer = {side: self.body.offered(side) and not self.body.docks(side) for side in Side}
        self.header.show_side_buttons(
            questions=hidden[Side.LEFT] or drawer[Side.LEFT],
            help_=hidden[Side.RIGHT] or drawer[Side.RIGHT],
        )
        self.header.questions_button.setChecked(self.body.shown(Side.LEFT))
        self.header.help_button.setChecked(self.body.shown(Side.RIGHT))
        self.menus.refresh()

    def _redress(self) -> None:
        self.body.set_scale(self.appearance.scale)
        self.menus.refresh()

    def _notice_room(self) -> QRect:
        """Return where words cover nothing to be pressed: beside the menus, or over the title."""
        beside = room_beside(self.menuBar())
        over = QRect(0, 0, self.header.search_button.x(), self.header.geometry().bottom())
        return over if beside.isNull() else beside

    def _remember(self) -> None:
        if self._later.isActive():
            self._later.stop()
        self._settle(closing=True)
        self.memory.put(_GEOMETRY, self.saveGeometry())
        self.memory.put(_LAYOUT, self.body.layout_words())
        self.panels.remember(self.memory)
        self.memory.save()

    def _job_failed(self, error: Exception) -> None:
        if isinstance(error, DesktopError):
            self.dialogs.show_error(error)
        else:
            raise error
