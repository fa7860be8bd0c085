"""A text box whose words are kept as a learner's Work."""

from __future__ import annotations

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QLineEdit, QPlainTextEdit

from desktop.core.changes import Changes, Kind
from desktop.core.learning import WorkKind
from desktop.errors import DesktopError
from desktop.ui.context import Context
from desktop.ui.widgets.saved_field import SavedField


class WorkField(QObject):
    """Ties a box to one kind of Work; ``show_item`` says of which item. It follows what is undone
    elsewhere.
    """

    def __init__(
        self,
        context: Context,
        field: QLineEdit | QPlainTextEdit,
        kind: WorkKind,
        parent: QObject,
    ) -> None:
        super().__init__(parent)
        self.field = field
        self._context = context
        self._kind = kind
        self._item: str | None = None
        self._saved = SavedField(field, self._save, context)
        context.bridge.changed.connect(self._changed)

    def show_item(self, item: str) -> None:
        """Show what is kept of an item, after saving what was typed of the one before."""
        self.flush()
        self._item = item
        self._read()

    def flush(self) -> None:
        """Save what was typed."""
        if self._item is not None:
            self._saved.flush()

    def _read(self) -> None:
        learning = self._context.session.learning
        if learning is not None and self._item is not None:
            self._saved.show(learning.text(self._kind, self._item))

    def _save(self, text: str) -> bool:
        if self._item is None:
            return False
        data = {"text": text} if text else {}
        try:
            self._context.session.courses.set(self._kind, self._item, self, **data)
        except DesktopError as error:
            if self._context.bridge.report_failure(error):
                self._context.dialogs.show_error(error)
            return False
        self._context.bridge.report_saved()
        return True

    def _changed(self, changes: Changes) -> None:
        if self.field.isVisible() and changes.origin is not self and changes.touches(Kind.COURSE):
            self._read()
