"""A flawed paragraph to mend: the program's own checks tell which fault is gone, and which new one
came in.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QWidget

from desktop.core.course import Repair, Step
from desktop.core.finding import Finding, Fix
from desktop.core.learning import WorkKind
from desktop.session.course_examining import Mended
from desktop.ui.context import Context
from desktop.ui.courses.coming_up import bring_up
from desktop.ui.courses.exercise import ExerciseView
from desktop.ui.courses.repair_help import RepairHelp
from desktop.ui.courses.repair_said import RepairSaid
from desktop.ui.courses.repair_sheet import Ask, RepairSheet
from desktop.ui.debounce import Debounce, saving
from desktop.ui.spacing import GAP_LARGE
from desktop.ui.widgets.folding import Folding
from desktop.ui.widgets.labels import text_label

_CHECK_QUIET_MS = 300
_SIDE_BY_SIDE = 110
_TAKEN_OUT = "In this exercise it is only taken out of the text."
_NOTHING: Ask = ("", "", "")


class RepairView(ExerciseView):
    """One repair exercise."""

    characters = 180

    def __init__(self, context: Context, parent: QWidget | None = None) -> None:
        super().__init__(context, parent)
        self._repair: Repair | None = None
        self._typed = False
        self._solved = ""
        self._about = text_label("", "muted")
        self._says = text_label()
        self.sheet = RepairSheet(context, self.course)
        self.said = RepairSaid()
        self.help = RepairHelp()
        self._lane = context.jobs.lane(self)
        self._saving = saving(self.flush, self)
        self._checking = Debounce(_CHECK_QUIET_MS, self._check, self)
        sides = Folding(_SIDE_BY_SIDE, GAP_LARGE)
        sides.add_top(self.sheet, 3)
        sides.add_top(self.said, 2)
        self.column.addWidget(self._about)
        self.column.addWidget(self._says)
        self.column.addWidget(sides)
        self.column.addWidget(self.help)
        self.column.addWidget(self.sheet.papers)
        self.sheet.edited.connect(self._edited)
        self.sheet.left.connect(self.flush)
        self.said.fix.connect(self._mend)
        self.help.changed.connect(self._keep_help)
        self.help.again.connect(self._start_again)
        self.help.papers.connect(self._open_papers)
        self.sheet.editor.state_changed.connect(lambda _: self.acted.emit())

    def open_exercise(self, step: Step) -> None:
        """Turn to a flawed text."""
        self._lane.cancel()
        repair = self._repair = self.course.repair(step.about)
        draft = self.context.session.courses.practice_draft()
        question = draft.consultation.question(repair.question)
        limit = question.limit
        self.help.show_sources(draft.sources)
        self.sheet.show_exercise(repair, draft.sources, limit.value if limit else 0)
        self.said.forget()
        self._about.setText(f"Part of an answer to question {question.number}: {question.text}")
        self._says.setText(repair.says)

    def refresh(self) -> None:
        """Show the text and the hints as they were left."""
        repair = self._repair
        if repair is None:
            return
        work = self.work(WorkKind.REPAIR, repair.id)
        data: Mapping[str, object] = work.data if work else {}
        self._solved = str(data.get("solved", ""))
        self._typed = False
        self._saving.cancel()
        self.sheet.show_text(str(data.get("text", repair.text)), work.ask if work else _NOTHING)
        self._show_help(repair)
        self._check()

    def flush(self) -> None:
        """Save what was typed."""
        super().flush()
        self._saving.cancel()
        if self._typed:
            self._keep()

    @property
    def unsaved(self) -> bool:
        return self._typed

    def first_focus(self) -> QWidget:
        """Begin in the text."""
        return self.sheet.editor

    def actions_here(self) -> Mapping[str, Callable[[], None]]:
        """Return what can be done to the text."""
        return self.sheet.text_actions()

    def _edited(self) -> None:
        if not self._typed:
            self._typed = True
            self.context.typing()
        self._saving.poke()
        self._checking.poke()

    def _keep(self) -> None:
        repair = self._repair
        if repair is None:
            return
        kept = self.keep(
            WorkKind.REPAIR,
            repair.id,
            text=self.sheet.text(),
            ask=list(self.sheet.ask()),
            solved=self._solved,
        )
        self._typed = self._typed and not kept

    def _show_help(self, repair: Repair) -> None:
        data = self._help_data()
        hints = data.get("hints", 0)
        self.help.show_help(
            repair,
            self.course.switches,
            hints if isinstance(hints, int) else 0,
            solution=bool(data.get("shown", False)),
            papers=bool(self.course.papers),
        )

    def _keep_help(self) -> None:
        """Note with the step what was asked for: looking is nothing that Undo takes back."""
        if self.step is not None:
            asked = {"hints": self.help.hints, "shown": self.help.solution_shown}
            self.keep(WorkKind.STEP, self.step.id, **{**self._help_data(), **asked})

    def _help_data(self) -> Mapping[str, object]:
        work = self.work(WorkKind.STEP, self.step.id) if self.step is not None else None
        return work.data if work else {}

    def _open_papers(self) -> None:
        self.sheet.papers.open_shelf()
        bring_up(self.sheet.papers)

    def _check(self) -> None:
        repair = self._repair
        if repair is None:
            return
        self._checking.cancel()
        ask = self.sheet.ask()
        wanted = ask if repair.recommendation is not None and any(ask) else None
        courses = self.context.session.courses
        self._lane.run(courses.repairing(repair, self.sheet.text(), wanted), self._show_said)

    def _show_said(self, mended: Mended) -> None:
        self.said.show_mended(mended)
        # What changed meanwhile is checked again in a moment; a mark keeps to its words.
        concerned = {*mended.left, *(each.check for each in mended.new)}
        self.sheet.mark(tuple(each for each in mended.findings if each.check in concerned))
        if mended.is_mended and not self._solved:
            self._solved = self.context.session.clock().isoformat()
            self._keep()

    def _mend(self, finding: Finding, fix: Fix) -> None:
        repair = self._repair
        if repair is None:
            return
        courses = self.context.session.courses
        text = courses.mending_repair(repair, self.sheet.text(), finding, fix)
        if text is None:
            self.context.dialogs.notify("This cannot be done to the text as it is now.")
            return
        self.sheet.show_text(text, self.sheet.ask())
        self.sheet.editor.setFocus(Qt.FocusReason.OtherFocusReason)
        self._keep()
        self._check()
        if fix.contact:
            self.context.dialogs.notify(_TAKEN_OUT)

    def _start_again(self) -> None:
        repair = self._repair
        if repair is None:
            return
        before = self.sheet.text(), self.sheet.ask()
        self._put(repair.text, _NOTHING)
        self.context.dialogs.notify(
            "The text is as it was at first.", "Undo", lambda: self._put(*before)
        )

    def _put(self, text: str, ask: Ask) -> None:
        self.sheet.show_text(text, ask)
        self._keep()
        self._check()
