"""Comments on their way back to learners: as files for Consultee, or as Word documents."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from pathlib import Path
from threading import Event

from PySide6.QtCore import QObject, Signal

from desktop.core.sending_comments import ENDING
from desktop.errors import DesktopError
from desktop.export.files import FileExists
from desktop.export.names import script_file_name
from desktop.session.course_papers import writing_script
from desktop.session.teaching import Collected
from desktop.ui.commenting.naming import ask_name
from desktop.ui.context import Context
from desktop.ui.models.words import counted
from desktop.ui.pages.export_folder import FOLDER, export_folder

_COMMENTS = f"Comments for a learner (*{ENDING})"
_WORD = "Word documents (*.docx)"
_WHICH = "Comments on the work of {}. What do you want to give them?"
_KINDS = (
    "Files that learners open in Consultee, beside their own words",
    "Word documents: their words, your comments in the margin, the rubric at the end",
)


class SendingBack(QObject):
    """Asks where, writes, and says so; one file there already is replaced only when asked.
    ``moved(str, int, int)``: what is being done to how many of how many; ``ended()``: it is done.
    """

    moved = Signal(str, int, int)
    ended = Signal()

    def __init__(self, context: Context, parent: QObject) -> None:
        super().__init__(parent)
        self._context = context
        self._lane, self._all = context.jobs.lane(self), context.jobs.lane(self)
        self._asked = False
        self._stop = Event()
        context.bridge.closing.connect(self.stop)

    def ask_name(self) -> None:
        """Ask what learners see beside the comments, once, where it is not known."""
        teaching = self._context.session.courses.teaching
        if teaching.name or self._asked:
            return
        self._asked = True
        ask_name(self._context)

    def save_comments(self, work: Collected) -> None:
        """Write the file that the learner opens in Consultee."""
        path = self._where("Save the comments", comments_file_name(work), _COMMENTS)
        if path is not None:
            self._save_comments(work, path, replace=False)

    def save_script(self, work: Collected) -> None:
        """Write the learner's words as a Word document, comments and rubric with them."""
        name = script_file_name(work.course.title, work.handed_in.name)
        path = self._where("Save as a Word document", name, _WORD)
        if path is not None:
            self._save_script(work, path, replace=False)

    def save_all(self, ids: Sequence[str]) -> None:
        """Write the files of several learners into one folder, of the kind that is asked for."""
        asked = self._context.dialogs.choose(
            "Send all comments back", _WHICH.format(counted(len(ids), "learner")), _KINDS, "Go on"
        )
        if asked is None:
            return
        self.ask_name()
        folder = self._context.dialogs.open_folder(
            "Save the comments of all into a folder", export_folder(self._context.session)
        )
        if folder is None:
            return
        self._context.session.set_setting(FOLDER, str(folder))
        scripts = asked == 1
        where = self._places(ids, folder, ".docx" if scripts else ENDING)
        there = sum(path.exists() for path in where.values())
        if there and not self._may_replace(f"{counted(there, 'file')} of these names"):
            return
        self._stop = stop = Event()
        job = self._context.session.courses.teaching.sending_all(
            where,
            scripts=scripts,
            progress=self._tell,
            wanted=lambda: not stop.is_set(),
        )
        self._all.run(
            job, lambda count: self._saved_all(list(where)[:count], folder), self._failed_all
        )
        self.moved.emit("Writing", 0, len(where))

    @property
    def running(self) -> bool:
        """Whether the files of several learners are being written."""
        return self._all.running

    def stop(self) -> None:
        """Write no more files; those that are written stay."""
        self._stop.set()

    def _tell(self, done: int, all_: int) -> None:
        # Heard on the thread of the window, whichever thread says it.
        self.moved.emit("Writing", done, all_)

    def _saved_all(self, ids: Sequence[str], folder: Path) -> None:
        self._context.session.courses.teaching.note_sent(*ids)
        self.ended.emit()
        where = folder.name or str(folder)
        self._context.dialogs.notify(f"Saved: {counted(len(ids), 'file')} in {where}.")

    def _failed_all(self, error: Exception) -> None:
        self.ended.emit()
        if isinstance(error, DesktopError):
            self._context.dialogs.show_error(error)
        else:
            self._context.jobs.fail(error)

    def _places(self, ids: Sequence[str], folder: Path, ending: str) -> dict[str, Path]:
        """Return where each learner's file goes, no two to the same place."""
        courses = self._context.session.courses
        titles = {card.id: card.title for card in courses.list(removed=True)}
        kept = {work.id: work for work in courses.teaching.collected()}
        names = [
            script_file_name(titles[kept[key].course], kept[key].name, "x").removesuffix(".x")
            for key in ids
        ]
        paths = (folder / f"{name}{ending}" for name in _told_apart(names))
        return dict(zip(ids, paths, strict=True))

    def _where(self, title: str, name: str, kinds: str) -> Path | None:
        self.ask_name()
        folder = export_folder(self._context.session)
        path = self._context.dialogs.save_file(title, folder / name, kinds)
        if path is not None:
            self._context.session.set_setting(FOLDER, str(path.parent))
        return path

    def _save_comments(self, work: Collected, path: Path, *, replace: bool) -> None:
        teaching = self._context.session.courses.teaching
        try:
            written = teaching.send_comments(work.id, path, replace_it=replace)
        except DesktopError as error:
            self._failed(error, lambda: self._save_comments(work, path, replace=True))
            return
        self._context.dialogs.notify(f"Saved: {written.name}. Give it to {_whom(work)}.")

    def _save_script(self, work: Collected, path: Path, *, replace: bool) -> None:
        comments = [one for one in work.comments if one.comment.text.strip()]
        path = path if path.suffix.casefold() == ".docx" else path.with_name(f"{path.name}.docx")
        job = writing_script(
            self._context.session,
            work.course,
            work.draft,
            work.learning,
            comments,
            path,
            overwrite=replace,
        )
        self._lane.run(
            job,
            lambda written: self._saved_script(work, written),
            lambda error: self._failed(error, lambda: self._save_script(work, path, replace=True)),
        )

    def _saved_script(self, work: Collected, written: Path) -> None:
        self._context.session.courses.teaching.note_sent(work.id)
        self._context.dialogs.notify(f"Saved: {written.name}.")

    def _failed(self, error: Exception, again: Callable[[], object]) -> None:
        if isinstance(error, FileExists):
            if self._may_replace(error.message):
                again()
        elif isinstance(error, DesktopError):
            self._context.dialogs.show_error(error)
        else:
            raise error

    def _may_replace(self, what: str) -> bool:
        said = what if what.endswith(".") else f"There are {what} already."
        return self._context.dialogs.confirm(
            "Replace what is there?",
            f"{said} What it holds now will be gone.",
            "Replace",
            risky=True,
        )


def comments_file_name(work: Collected) -> str:
    """Return a name for the file of one learner's comments."""
    stem = script_file_name(work.course.title, work.handed_in.name, "x").removesuffix(".x")
    return f"{stem}{ENDING}"


def _told_apart(names: Sequence[str]) -> list[str]:
    """Return names of which no two are the same, though learners may be called alike."""
    seen: dict[str, int] = {}
    found: list[str] = []
    for name in names:
        seen[name.casefold()] = count = seen.get(name.casefold(), 0) + 1
        found.append(name if count == 1 else f"{name} - {count}")
    return found


def _whom(work: Collected) -> str:
    return work.handed_in.name or "the learner"
