"""The submission in Welsh: every text that is printed, the English beside the Welsh."""

from __future__ import annotations

from typing import ClassVar

from PySide6.QtCore import QSize, Qt
from PySide6.QtWidgets import QListWidget, QStackedWidget, QVBoxLayout, QWidget

from desktop.core.changes import Kind
from desktop.core.response import Draft
from desktop.core.translating import Language, Original, TextKey, TranslationState, originals
from desktop.core.translating_edits import SetTranslation
from desktop.ui.context import Context
from desktop.ui.form import name_field
from desktop.ui.models.translations import SIGNS, name_of, telling
from desktop.ui.pages.response_page import ResponsePage
from desktop.ui.pages.welsh_pane import WelshPane
from desktop.ui.place import PageId
from desktop.ui.spacing import GAP, GAP_LARGE
from desktop.ui.widgets.buttons import Button
from desktop.ui.widgets.empty_state import EmptyState
from desktop.ui.widgets.folding import FoldingSplitter, page_head
from desktop.ui.widgets.labels import text_label
from desktop.ui.widgets.page_column import PageColumn

_WHAT_FOR = (
    "Each text of the submission with its Welsh. What is not translated stays in English when the "
    "Welsh is exported."
)
# So many texts of the list are seen at once at least.
_ROWS = 2


class _Texts(QListWidget):
    """Shows a few texts at least, however large they are written."""

    def minimumSizeHint(self) -> QSize:
        rows = min(self.count(), _ROWS)
        height = max(self.sizeHintForRow(0), 0) * rows + 2 * self.frameWidth()
        return super().minimumSizeHint().expandedTo(QSize(0, height))


class WelshPage(ResponsePage):
    """A list of the texts, and the one that is being translated."""

    kinds: ClassVar[frozenset[Kind]] = frozenset(
        {
            Kind.ANSWER,
            Kind.RECOMMENDATIONS,
            Kind.RESPONSE,
            Kind.ORGANISATION,
            Kind.STATE,
            Kind.TRANSLATIONS,
        }
    )

    def __init__(self, context: Context, parent: QWidget | None = None) -> None:
        super().__init__(context, parent)
        self.items: tuple[Original, ...] = ()
        self.said = text_label("", "muted")
        self.list = _Texts()
        name_field(self.list, "Texts", "Those that want translating, in the order of the document")
        self.list.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.list.currentRowChanged.connect(self._turn_to)
        self.pane = WelshPane(context, self._save)
        self.pane.step.connect(self._step)
        self.export_button = Button("Export…", lambda: self.to_page(PageId.EXPORT))
        self.empty = EmptyState(
            "Nothing to translate yet",
            "What you write in the answers, the summary and the other parts appears here, to be "
            "written in Welsh beside the English.",
            "Go to the first question",
            self._to_first,
        )
        self._showing = False
        self._stack = QStackedWidget()
        self._stack.addWidget(self.empty)
        self._stack.addWidget(self._panes())
        self._build()

    def flush(self) -> None:
        self.pane.flush()

    def first_focus(self) -> QWidget:
        return self.list if self.items else self.empty.button

    def show_draft(self, draft: Draft) -> None:
        here = self.pane.item.key if self.pane.item else None
        self._list(draft)
        if not self.items:
            return
        row = self._row_of(here)
        self._showing = True
        self.list.setCurrentRow(row)
        self._showing = False
        self.pane.show_item(self.items[row], name_of(self.items[row].key, draft))

    def show_own_change(self, draft: Draft) -> None:
        here = self.pane.item.key if self.pane.item else None
        self._list(draft)
        if self.items:
            row = self._row_of(here)
            self._showing = True
            self.list.setCurrentRow(row)
            self._showing = False
            self.pane.show_state(self.items[row])

    def _list(self, draft: Draft) -> None:
        """Name every text, with where it stands."""
        self.items = originals(draft, Language.WELSH)
        self.said.setText(telling(self.items))
        self._stack.setCurrentIndex(1 if self.items else 0)
        words = [f"{SIGNS[item.state][0]}  {name_of(item.key, draft)}" for item in self.items]
        self._showing = True
        while self.list.count() > len(words):
            self.list.takeItem(self.list.count() - 1)
        self.list.addItems(words[self.list.count() :])
        for place, (item, said) in enumerate(zip(self.items, words, strict=True)):
            shown = self.list.item(place)
            shown.setText(said)
            spoken = f"{name_of(item.key, draft)}: {SIGNS[item.state][1]}"
            shown.setData(Qt.ItemDataRole.AccessibleTextRole, spoken)
        self._showing = False

    def _row_of(self, key: TextKey | None) -> int:
        """Return where a text is; the first that wants translating if it is not there."""
        keys = [item.key for item in self.items]
        if key in keys:
            return keys.index(key)
        open_ = [item.state is not TranslationState.DONE for item in self.items]
        return open_.index(True) if True in open_ else 0

    def _turn_to(self, row: int) -> None:
        if self._showing or not 0 <= row < len(self.items):
            return
        self.flush()
        item = self.items[row]
        self.pane.show_item(item, name_of(item.key, self.draft()))

    def _step(self, by: int) -> None:
        row = min(max(self.list.currentRow() + by, 0), self.list.count() - 1)
        self.list.setCurrentRow(row)
        self.pane.field.setFocus(Qt.FocusReason.OtherFocusReason)

    def _save(self, item: Original, text: str) -> bool:
        edit = SetTranslation(self.response, item.key, text, item.text)
        return self.context.apply(edit, self) is not None

    def _to_first(self) -> None:
        self.to_question(self.draft().consultation.questions[0].number)

    def _panes(self) -> PageColumn:
        panes = FoldingSplitter(100, (1, 3))
        panes.addWidget(self.list)
        panes.addWidget(self.pane)
        page = PageColumn("Texts, English and Welsh", wide=True, margin=0)
        page.add(panes)
        return page

    def _build(self) -> None:
        column = QVBoxLayout(self)
        column.setContentsMargins(GAP_LARGE, GAP_LARGE, GAP_LARGE, GAP_LARGE)
        column.setSpacing(GAP)
        column.addWidget(page_head(text_label("Welsh version", "title"), self.export_button))
        column.addWidget(text_label(_WHAT_FOR, "muted"))
        column.addWidget(self.said)
        column.addWidget(self._stack, 1)
