"""The cover email, to be copied into a mail program."""

from __future__ import annotations

from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QHBoxLayout, QPlainTextEdit, QVBoxLayout, QWidget

from desktop.errors import DesktopError
from desktop.export import Email
from desktop.ui.dialogs import Dialogs
from desktop.ui.form import labelled
from desktop.ui.spacing import GAP
from desktop.ui.widgets.buttons import Button
from desktop.ui.widgets.saved_field import line_edit

_LINES = 16


class EmailView(QWidget):
    """Subject and text, each with a button that copies it."""

    def __init__(self, dialogs: Dialogs, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._dialogs = dialogs
        self.subject = line_edit()
        self.subject.setReadOnly(True)
        self.body = QPlainTextEdit()
        self.body.setReadOnly(True)
        self.body.setTabChangesFocus(True)
        self.body.setMinimumHeight(self.fontMetrics().lineSpacing() * _LINES)
        self.copy_subject = Button("Copy the subject", self._copy_subject)
        self.copy_body = Button("Copy the email", self._copy_body)
        buttons = QHBoxLayout()
        buttons.setSpacing(GAP)
        buttons.addWidget(self.copy_body)
        buttons.addWidget(self.copy_subject)
        buttons.addStretch(1)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(GAP)
        column.addWidget(labelled(self.subject, "Subject"))
        column.addWidget(labelled(self.body, "Text of the email"))
        column.addLayout(buttons)

    def show_email(self, email: Email) -> None:
        """Show an email, unless it is shown already."""
        if self.subject.text() != email.subject:
            self.subject.setText(email.subject)
            self.subject.setCursorPosition(0)
        if self.body.toPlainText() != email.body:
            self.body.setPlainText(email.body)
        self._allow(True)

    def show_error(self, error: DesktopError) -> None:
        """Say why there is no email."""
        self.subject.clear()
        self.body.setPlainText(str(error))
        self._allow(False)

    def _allow(self, copying: bool) -> None:
        self.copy_subject.setEnabled(copying)
        self.copy_body.setEnabled(copying)

    def _copy_subject(self) -> None:
        QGuiApplication.clipboard().setText(self.subject.text())
        self._dialogs.notify("Subject copied.")

    def _copy_body(self) -> None:
        QGuiApplication.clipboard().setText(self.body.toPlainText())
        self._dialogs.notify("Email copied.")
