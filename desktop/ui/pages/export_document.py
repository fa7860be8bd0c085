"""One file to send: its kind, name and place, what stands in the way, the email with it."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import QUrl, Signal
from PySide6.QtGui import QDesktopServices
from PySide6.QtWidgets import QButtonGroup, QRadioButton, QVBoxLayout, QWidget

from desktop.core.finding import Finding, FindingLevel
from desktop.core.response import Draft
from desktop.errors import DesktopError
from desktop.export import Email, FileExists, FileFormat, suggested_file_name
from desktop.markup.unreviewed import unreviewed_questions, unreviewed_words
from desktop.ui.context import Context
from desktop.ui.debounce import Debounce
from desktop.ui.form import labelled
from desktop.ui.models.words import counted
from desktop.ui.pages.export_email import EmailView
from desktop.ui.pages.export_folder import FOLDER, export_folder
from desktop.ui.pages.export_options import DOCUMENT, OptionsRow, export_options
from desktop.ui.pages.finding_places import place_of
from desktop.ui.pages.language_choice import LanguageChoice
from desktop.ui.pages.review_findings import FindingsList
from desktop.ui.place import PageId, Place
from desktop.ui.spacing import GAP
from desktop.ui.widgets.buttons import Button
from desktop.ui.widgets.flow import FlowLayout
from desktop.ui.widgets.folding import Folding
from desktop.ui.widgets.labels import breakable, set_text, text_label
from desktop.ui.widgets.page_column import PageColumn, titled
from desktop.ui.widgets.saved_field import line_edit

_QUIET_MS = 300
_MOST_NAMED = 8
_KINDS = {
    FileFormat.WORD: ("Word document (.docx)", "Word documents (*.docx)"),
    FileFormat.TEXT: ("Plain text (.txt)", "Text files (*.txt)"),
}


class DocumentExport(QWidget):
    """Checks, asks where it must, writes on another thread, and says quietly where the file is.

    ``sent()`` asks to note where it was sent.
    """

    sent = Signal()

    def __init__(
        self, context: Context, language: LanguageChoice, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._context = context
        self._language = language
        self._draft: Draft | None = None
        self._suggestion = ""
        self._checking = context.jobs.lane(self)
        self._writing = context.jobs.lane(self)
        self._mailing = context.jobs.lane(self)
        self._writing.busy.connect(self._busy)
        self._soon = Debounce(_QUIET_MS, self._mail, self)
        self.errors = FindingsList()
        self.errors.go.connect(self._go_to)
        self.errors_title = text_label("", "heading")
        self.formats = {kind: QRadioButton(words) for kind, (words, _) in _KINDS.items()}
        self._group = QButtonGroup(self)
        for kind, button in self.formats.items():
            self._group.addButton(button)
            button.setChecked(kind is FileFormat.WORD)
            button.toggled.connect(self._format_chosen)
        self.name = line_edit()
        self.name.textEdited.connect(lambda _: self._soon.poke())
        self.folder_said = text_label("", "muted")
        self.choose_button = Button("Choose where…", self.choose)
        self.options = OptionsRow(context.session, DOCUMENT)
        self.options.changed.connect(self._mail)
        if context.checks is not None:
            self.options.changed.connect(context.checks.check)
        self.export_button = Button("Export", self.export, look="primary")
        self.said = text_label()
        self.folder_button = Button("Open folder", self._open_folder, look="link")
        self.file_button = Button("Open the document", self._open_file, look="link")
        self.sent_button = Button("Note where it was sent…", self.sent.emit, look="link")
        self.email = EmailView(context.dialogs)
        self._written: Path | None = None
        self._stopping: tuple[str, ...] = ()
        self._reason = ""
        self._build()

    @property
    def path(self) -> Path:
        """Where the file goes."""
        kind = self._kind()
        name = self.name.text().strip() or self._suggested()
        if not name.lower().endswith(f".{kind}"):
            name = f"{name}.{kind}"
        return export_folder(self._context.session) / name

    def start_anew(self, draft: Draft) -> None:
        """Suggest a name for another Response and forget what was exported before."""
        self._draft = draft
        self._suggestion = self._suggested()
        self.name.setText(self._suggestion)
        self._show_written(None)

    def show_draft(self, draft: Draft) -> None:
        """Show what stands in the way of this Draft, and its email."""
        self._draft = draft
        if self.name.text() == self._suggestion:
            self._suggestion = self._suggested()
            self.name.setText(self._suggestion)
        self.options.show_rules(draft.rules)
        self._show_folder()
        self._check()
        self._mail()

    def flush(self) -> None:
        """Let nothing run on after the page is left."""
        self._soon.flush()

    def choose(self) -> None:
        """Ask for folder and name."""
        _, filter_ = _KINDS[self._kind()]
        chosen = self._context.dialogs.save_file("Export the submission", self.path, filter_)
        if chosen is not None:
            self._context.session.set_setting(FOLDER, str(chosen.parent))
            self.name.setText(chosen.name)
            self._show_folder()
            self._mail()

    def export(self) -> None:
        """Check once more, then write the file."""
        if self._draft is None:
            return
        self._show_written(None)
        self._writing.run(self._context.session.checking(self._draft), self._go_on)

    def _go_on(self, findings: tuple[Finding, ...]) -> None:
        self._know(findings)
        self._stopping = tuple(dict.fromkeys(error.sentence for error in _errors(findings)))
        self._reason = ""
        if self._stopping and not self._ask_why():
            return
        if self._read_before_sending():
            self._write(replace=False)

    def _ask_why(self) -> bool:
        """Say what must be mended first, and ask why it should be written all the same; tell
        whether to go on.
        """
        named, more = self._stopping[:_MOST_NAMED], len(self._stopping) - _MOST_NAMED
        said = [*named, f"… and {more} more."] if more > 0 else named
        reason = self._context.dialogs.ask_text(
            f"{counted(len(self._stopping), 'thing')} must be mended",
            "\n".join(said)
            + "\n\nThe reason is kept with the response, and stands in its report."
            + "\n\nWhy should it be exported as it is?",
            yes="Export anyway",
        )
        self._reason = (reason or "").strip()
        return bool(self._reason)

    def _read_before_sending(self) -> bool:
        """Warn of pieces that nobody has read, and lead there; tell whether to go on anyway."""
        found = unreviewed_questions(self._draft) if self._draft else {}
        if self._draft is None or not found:
            return True
        number = next(iter(found))
        if self._context.dialogs.confirm(
            "Nobody has read these pieces yet",
            f"{unreviewed_words(found)} Read each one before you send the document: change it, "
            "take it out, or confirm it.",
            "Export anyway",
            f"Go to question {number}",
        ):
            return True
        self._context.go(Place(PageId.QUESTION, self._draft.response.id, number))
        return False

    def _write(self, *, replace: bool) -> None:
        if self._draft is None:
            return
        session, path = self._context.session, self.path
        options = export_options(session)
        printed = self._language.printed(self._draft)
        job = session.export_job(printed, path, options, self._kind(), replace)
        self._writing.run(job, self._wrote, self._failed)

    def _wrote(self, path: Path) -> None:
        """Note that the file is there, and with which things to mend."""
        if self._draft is not None:
            sending, response = self._context.session.sending, self._draft.response.id
            self._context.apply(
                sending.noting_export(response, path, self._reason, self._stopping), self
            )
        self._show_written(path)

    def _failed(self, error: Exception) -> None:
        if isinstance(error, FileExists):
            if self._context.dialogs.confirm(
                "Replace the file?",
                f"{error.message} What it holds now will be gone.",
                "Replace",
                risky=True,
            ):
                self._write(replace=True)
        elif isinstance(error, DesktopError):
            self._context.dialogs.show_error(error)
        else:
            raise error

    def _show_written(self, path: Path | None) -> None:
        self._written = path
        set_text(self.said, breakable(f"Saved as {path}") if path else "")
        self.folder_button.setVisible(path is not None)
        self.file_button.setVisible(path is not None)
        self.sent_button.setVisible(path is not None)
        if path is not None:
            self._context.dialogs.notify(f"Exported: {path.name}")

    def _check(self) -> None:
        if self._draft is not None:
            self._checking.run(self._context.session.checking(self._draft), self._know)

    def _know(self, findings: tuple[Finding, ...]) -> None:
        errors = _errors(findings)
        if self._draft is not None:
            self.errors.show_findings(self._draft, errors)
        self.errors.setVisible(bool(errors))
        set_text(
            self.errors_title,
            f"{counted(len(errors), 'thing')} to mend before you send it" if errors else "",
        )

    def _go_to(self, finding: Finding) -> None:
        place = place_of(finding, self._draft) if self._draft is not None else None
        if place is not None:
            self._context.go(place)

    def _mail(self) -> None:
        if self._draft is None:
            return
        session = self._context.session
        printed = self._language.printed(self._draft)
        job = session.emailing(printed, self.path.name, export_options(session))
        self._mailing.run(job, self._show_email, self._no_email)

    def _show_email(self, email: Email) -> None:
        self.email.show_email(email)

    def _no_email(self, error: Exception) -> None:
        if not isinstance(error, DesktopError):
            raise error
        self.email.show_error(error)

    def _busy(self, busy: bool) -> None:
        if busy:
            set_text(self.said, "Writing the document…")

    def _kind(self) -> FileFormat:
        return next(kind for kind, button in self.formats.items() if button.isChecked())

    def _suggested(self) -> str:
        if self._draft is None:
            return ""
        return suggested_file_name(self._language.printed(self._draft), self._kind())

    def _show_folder(self) -> None:
        self.folder_said.setText(breakable(f"In the folder {export_folder(self._context.session)}"))

    def _format_chosen(self, chosen: bool) -> None:
        if not chosen:
            return
        stem = self.name.text().strip()
        own = stem != self._suggestion
        self._suggestion = self._suggested()
        for kind in FileFormat:
            stem = stem.removesuffix(f".{kind}")
        self.name.setText(f"{stem}.{self._kind()}" if own and stem else self._suggestion)
        self._mail()

    def _open_folder(self) -> None:
        if self._written is not None:
            QDesktopServices.openUrl(QUrl.fromLocalFile(str(self._written.parent)))

    def _open_file(self) -> None:
        if self._written is not None:
            QDesktopServices.openUrl(QUrl.fromLocalFile(str(self._written)))

    def _build(self) -> None:
        page = PageColumn("Document and cover email", margin=GAP)
        wrong = QVBoxLayout()
        wrong.setSpacing(GAP)
        wrong.addWidget(self.errors_title)
        wrong.addWidget(self.errors)
        page.add(wrong)
        kinds = FlowLayout(spacing=GAP * 2)
        for button in self.formats.values():
            button.setAccessibleName(button.text())
            kinds.addWidget(button)
        page.add(kinds)
        where = QVBoxLayout()
        where.setSpacing(GAP)
        line = Folding(50)
        line.add(self.name, 1)
        line.add(self.choose_button)
        where.addWidget(labelled(line, "File name"))
        self.name.setAccessibleName("File name")
        where.addWidget(self.folder_said)
        page.add(where)
        page.add(self.options)
        go = FlowLayout()
        links = (self.folder_button, self.file_button, self.sent_button)
        for button in (self.export_button, *links):
            go.addWidget(button)
        page.add(go)
        page.add(self.said)
        page.add(
            titled(
                "Cover email",
                "Contact details belong here and not in the document: evidence is published.",
                "heading",
            )
        )
        page.add(self.email)
        page.end()
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(page)


def _errors(findings: tuple[Finding, ...]) -> tuple[Finding, ...]:
    return tuple(finding for finding in findings if finding.level is FindingLevel.ERROR)
