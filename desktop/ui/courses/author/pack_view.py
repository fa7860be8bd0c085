"""The data pack: papers, and the snippets out of each."""

from __future__ import annotations

from pathlib import Path

from desktop.core.course import Paper
from desktop.core.course_pack import (
    add_paper,
    add_snippet,
    cited_in,
    move_paper,
    paper_of,
    remove_paper,
    remove_snippet,
    snippet_of,
    snippets_of,
)
from desktop.core.course_writing import typed
from desktop.core.evidence import Source
from desktop.core.listing import counted
from desktop.errors import DesktopError
from desktop.session.paper_reading import ReadPaper
from desktop.ui.context import Context
from desktop.ui.courses.author.desk import Desk
from desktop.ui.courses.author.listing import ListAndForms
from desktop.ui.courses.author.paper_form import PaperForm
from desktop.ui.courses.author.snippet_form import SnippetForm
from desktop.ui.models.key_model import Row
from desktop.ui.widgets.buttons import Button
from desktop.ui.widgets.empty_state import EmptyState
from desktop.ui.widgets.menu_button import menu_button

_PAPER, _SNIPPET = "paper:", "snippet:"
_NEW_TITLE = "A new paper"
_EMPTY = (
    "Papers are what learners take their evidence from: figures, case notes, minutes, an old "
    "response. Write one here, or take in a file that the program can read."
)
_FILTER = "Documents (*.docx *.odt *.pdf *.html *.htm *.rtf *.pptx *.md *.txt *.eml);;Any file (*)"


class PackView(ListAndForms):
    """Left the papers with their snippets, right the form of the chosen one."""

    def __init__(self, context: Context, desk: Desk) -> None:
        super().__init__("Papers and snippets", desk)
        self._context = context
        self._lane = context.jobs.lane(self)
        self.paper_form = PaperForm(context, desk, self.add_snippet)
        self.snippet_form = SnippetForm(context, desk)
        self._paper_page = self.add_form(self.paper_form, "Paper")
        self._snippet_page = self.add_form(self.snippet_form, "Snippet")
        self.empty = EmptyState("No paper yet", _EMPTY, "Write a paper", self.add_paper)
        self.stack.addWidget(self.empty)
        self.add_menu = menu_button(
            "Add a paper",
            ("Write one here", self.add_paper),
            ("From a file…", self.add_file),
        )
        self.snippet_button = Button("Add a snippet", lambda: self.add_snippet("paragraph 1", ""))
        self.up = Button("↑", lambda: self.step_by(-1), name="Move up")
        self.down = Button("↓", lambda: self.step_by(1), name="Move down")
        self.remove_button = Button("Remove", self.remove, look="link")
        for button in (
            self.add_menu,
            self.snippet_button,
            self.up,
            self.down,
            self.remove_button,
        ):
            self.buttons.addWidget(button)
        self.list.moved.connect(self.step_by)
        self.follow()

    def add_paper(self) -> None:
        """Add a paper to be written."""
        self._add(Paper(Source("", _NEW_TITLE), ""))
        self.paper_form.title.field.setFocus()
        self.paper_form.title.field.selectAll()

    def add_file(self) -> None:
        """Ask for a file and take what it says as a paper."""
        folder = self._context.session.path.parent
        path = self._context.dialogs.open_file("Take in a paper", folder, _FILTER)
        if path is not None:
            self.read(path)

    def read(self, path: Path) -> None:
        """Take what a file says as a paper, or say why that cannot be."""
        self.flush()
        self.add_menu.setEnabled(False)
        job, course = self._context.session.courses.reading_paper(path), self._desk.course.id
        self._lane.run(job, lambda read: self._take(read, course), self._not_taken)

    def add_snippet(self, locator: str, words: str) -> None:
        """Make a snippet out of the paper that is chosen, or that of the chosen snippet."""
        self.flush()
        paper = self._paper()
        if not paper:
            return
        made, name = add_snippet(self._desk.course, paper, locator, words)
        self._desk.put(made)
        self.refresh(f"{_SNIPPET}{name}")
        self.snippet_form.claim.field.setFocus()

    def step_by(self, by: int) -> None:
        """Put a paper a place up or down."""
        self.flush()
        key, course = self.list.key(), self._desk.course
        order = [each.source.key for each in course.papers]
        if not key.startswith(_PAPER):
            return
        place = order.index(key.removeprefix(_PAPER))
        if 0 <= place + by < len(order):
            self._desk.put(move_paper(course, place, place + by))
            self.refresh(key)

    def remove(self) -> None:
        """Remove what is chosen; Undo brings it back."""
        self.flush()
        key, course = self.list.key(), self._desk.course
        if key.startswith(_PAPER):
            paper = key.removeprefix(_PAPER)
            said = _removed(len(snippets_of(course, paper)), cited_in(course, paper))
            made, beside = remove_paper(course, paper), ""
        else:
            snippet = snippet_of(course, key.removeprefix(_SNIPPET))
            said = "The snippet was removed."
            made, beside = remove_snippet(course, snippet.id), f"{_PAPER}{snippet.source}"
        self._desk.put(made)
        self.refresh(beside)
        self._context.dialogs.notify(f"{said} Undo brings it back.")
        self.list.setFocus()

    def _add(self, paper: Paper) -> None:
        self.flush()
        known = self._context.session.sources()
        made, key = add_paper(self._desk.course, paper, known)
        self._desk.put(made)
        self.refresh(f"{_PAPER}{key}")

    def _take(self, read: ReadPaper, course: str) -> None:
        self.add_menu.setEnabled(True)
        if not self._desk.is_open or self._desk.course.id != course:
            return  # somebody has put that course aside meanwhile
        self._add(read.paper)
        self.paper_form.title.field.setFocus()
        words = "The paper was taken in. Look it through: learners get every word of it."
        self._context.dialogs.notify(" ".join((words, *read.notices)))

    def _not_taken(self, error: Exception) -> None:
        self.add_menu.setEnabled(True)
        if isinstance(error, DesktopError):
            self._context.dialogs.show_error(error)
        else:
            self._context.jobs.fail(error)

    def _paper(self) -> str:
        """Return the key of the paper that is chosen, or that of the chosen snippet."""
        key = self.list.key()
        if key.startswith(_SNIPPET):
            return snippet_of(self._desk.course, key.removeprefix(_SNIPPET)).source
        return key.removeprefix(_PAPER)

    def _rows(self) -> list[Row]:
        course = self._desk.course
        rows: list[Row] = []
        for number, paper in enumerate(course.papers, 1):
            key = paper.source.key
            rows.append(
                Row(f"{_PAPER}{key}", f"{number}. {typed(paper.source.title)}", heading=True)
            )
            for each in snippets_of(course, key):
                words = typed(each.claim) or typed(each.text) or "A new snippet"
                rows.append(Row(f"{_SNIPPET}{each.id}", words))
        papers = {each.source.key for each in course.papers}
        lost = [each for each in course.snippets if each.source not in papers]
        rows += [Row(f"{_SNIPPET}{each.id}", typed(each.claim) or each.id) for each in lost]
        return rows

    def show_rows(self, chosen: str) -> None:
        super().show_rows(chosen)
        for button in (self.snippet_button, self.up, self.down, self.remove_button):
            button.setEnabled(bool(self.list.keys()))

    def _show(self, key: str) -> None:
        course = self._desk.course
        if key.startswith(_SNIPPET):
            self.snippet_form.show_snippet(snippet_of(course, key.removeprefix(_SNIPPET)))
            self.show_form(self._snippet_page)
        elif key:
            self.paper_form.show_paper(paper_of(course, key.removeprefix(_PAPER)))
            self.show_form(self._paper_page)
        else:
            self.stack.setCurrentWidget(self.empty)
        moves = key.startswith(_PAPER)
        self.up.setEnabled(moves)
        self.down.setEnabled(moves)


def _removed(snippets: int, cited: int) -> str:
    with_it = f" with {counted(snippets, 'snippet')}" if snippets else ""
    texts = f" It is still cited in {counted(cited, 'text')}: see Check." if cited else ""
    return f"The paper was removed{with_it}.{texts}"
