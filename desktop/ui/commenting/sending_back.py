"""Comments on their way back to learners: as files for Consultee, or as Word documents."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from pathlib import Path

from PySide6.QtCore import QObject

from desktop.core.sending_comments import ENDING
from desktop.errors import DesktopError
from desktop.export.files import FileExists
from desktop.export.names import script_file_name
from desktop.session.course_papers import writing_script
from desktop.session.teaching import Collected
from desktop.ui.context import Context
from desktop.ui.models.words import counted
from desktop.ui.pages.export_folder import FOLDER, export_folder

_COMMENTS = f"Comments for a learner (*{ENDING})"
_WORD = "Word documents (*.docx)"
_WHO = (
    "Learners see it beside your comments.\n\nYour name, or what they call you (it may stay empty)"
)


class SendingBack(QObject):
    """Asks where, writes, and says so; one file there already is replaced only when asked."""

    def __init__(self, context: Context, parent: QObject) -> None:
        super().__init__(parent)
        self._context = context
        self._lane = context.jobs.lane(self)
        self._asked = False

    def ask_name(self) -> None:
        """Ask what learners see beside the comments, once, where it is not known."""
        teaching = self._context.session.courses.teaching
        if teaching.name or self._asked:
            return
        self._asked = True
        teaching.name = self._context.dialogs.ask_text("Who comments?", _WHO, yes="Use it") or ""

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
        """Write the files of several learners into one folder."""
        folder = self._context.dialogs.open_folder(
            "Save the comments of all into a folder", export_folder(self._context.session)
        )
        if folder is None or not ids:
            return
        self._context.session.set_setting(FOLDER, str(folder))
        teaching = self._context.session.courses.teaching
        works = [teaching.work(each) for each in ids]
        names = _told_apart([comments_file_name(work) for work in works])
        there = [name for name in names if (folder / name).exists()]
        if there and not self._may_replace(f"{counted(len(there), 'file')} of these names"):
            return
        try:
            for work, name in zip(works, names, strict=True):
                teaching.send_comments(work.id, folder / name, replace_it=True)
        except DesktopError as error:
            self._context.dialogs.show_error(error)
            return
        self._context.dialogs.notify(f"Saved: {counted(len(names), 'file')} in {folder.name}.")

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
            lambda written: self._context.dialogs.notify(f"Saved: {written.name}."),
            lambda error: self._failed(error, lambda: self._save_script(work, path, replace=True)),
        )

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
    """Return file names of which no two are the same, though learners may be called alike."""
    seen: dict[str, int] = {}
    found: list[str] = []
    for name in names:
        seen[name.casefold()] = count = seen.get(name.casefold(), 0) + 1
        stem = name.removesuffix(ENDING)
        found.append(name if count == 1 else f"{stem} - {count}{ENDING}")
    return found


def _whom(work: Collected) -> str:
    return work.handed_in.name or "the learner"
