"""A text box whose words are kept as a learner's Work."""

from __future__ import annotations

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QLineEdit, QPlainTextEdit

from desktop.core.changes import Changes, Kind
from desktop.core.learning import WorkKind
from desktop.ui.context import Context
from desktop.ui.courses.keeping import Keeping
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
        self._keeping = Keeping(context, self)
        self._saved = SavedField(field, self._save, context)
        context.bridge.changed.connect(self._changed)

    def show_item(self, item: str) -> None:
        """Show what is kept of an item, after saving what was typed of the one before."""
        self.flush()
        self._item = item
        self._read()

    def flush(self) -> None:
        """Save what was typed."""
        self._keeping.try_again()
        if self._item is not None:
            self._saved.flush()

    def _read(self) -> None:
        if self._item is not None:
            work = self._keeping.work(self._kind, self._item)
            self._saved.show(work.text if work else "")

    def _save(self, text: str) -> bool:
        if self._item is None:
            return False
        return self._keeping.keep(self._kind, self._item, {"text": text} if text else {})

    def _changed(self, changes: Changes) -> None:
        if self.field.isVisible() and changes.origin is not self and changes.touches(Kind.COURSE):
            self._read()
