"""How a Snippet stood before: compare a version with the present one, or bring it back."""

from __future__ import annotations

from functools import partial

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QWidget

from desktop.core.evidence import Snippet
from desktop.core.library import SnippetVersion
from desktop.core.moments import moment_words
from desktop.ui.context import Context
from desktop.ui.models.words import SNIPPET_KINDS, day
from desktop.ui.pages.library_parts.attempting import attempt
from desktop.ui.panels.compare_window import CompareWindow
from desktop.ui.panels.version_card import VersionCard
from desktop.ui.spacing import GAP
from desktop.ui.widgets.buttons import Button
from desktop.ui.widgets.labels import breakable, text_label
from desktop.ui.widgets.page_column import PageColumn

_MOST = 50


class SnippetHistory(PageColumn):
    """Lists the versions that were kept, newest first; ``left()``: back to the Snippet."""

    left = Signal()

    def __init__(self, context: Context, parent: QWidget | None = None) -> None:
        super().__init__("Earlier versions of the snippet", wide=True, parent=parent)
        self._context = context
        self._snippet: Snippet | None = None
        self._cards: list[VersionCard] = []
        self._window: CompareWindow | None = None
        self.column.setSpacing(GAP)
        self.back_button = Button("← Back to the snippet", self.left.emit, look="link")
        self.back_button.setProperty("inline", True)
        self.title = text_label("", "heading")
        self.said = text_label("", "muted")
        self.column.addWidget(self.back_button, 0, Qt.AlignmentFlag.AlignLeft)
        self.column.addWidget(self.title)
        self.column.addWidget(self.said)
        self.end()

    @property
    def window_shown(self) -> CompareWindow | None:
        """The comparison, if one was ever asked for."""
        return self._window

    def cards(self) -> list[VersionCard]:
        """Return the cards, newest first."""
        return list(self._cards)

    def show_snippet(self, snippet: Snippet) -> None:
        """Show the versions of a Snippet."""
        self._snippet = snippet
        for card in self._cards:
            card.hide()
            card.deleteLater()
        versions = self._context.session.library.snippet_versions(snippet.id)[:_MOST]
        self._cards = [self._card(version, snippet) for version in versions]
        self.title.setText(breakable(snippet.claim))
        self.said.setText(
            "Earlier versions, newest first. Restoring one keeps the present one among them."
            if versions
            else "No earlier versions. One is kept whenever the snippet is changed."
        )

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape:
            self.left.emit()
        else:
            super().keyPressEvent(event)

    def _card(self, version: SnippetVersion, snippet: Snippet) -> VersionCard:
        card = VersionCard("Restore")
        when = moment_words(version.saved, self._context.session.clock())
        same = version_text(version.snippet) == version_text(snippet)
        card.show_text(when, "Same as now" if same else "", version_text(version.snippet))
        card.compare_button.set_words("Compare with now", f"Compare with now: {when}")
        card.use_button.setEnabled(not same)
        card.use.connect(partial(self._restore, version))
        card.compare.connect(partial(self._compare, version))
        self.column.insertWidget(self.column.count() - 1, card)
        return card

    def _restore(self, version: SnippetVersion) -> None:
        attempt(
            self._context,
            lambda: self._context.session.library.restore_version(version),
            "The earlier version is back. Undo takes it away again.",
        )

    def _compare(self, version: SnippetVersion) -> None:
        if self._snippet is None:
            return
        if self._window is None:
            self._window = CompareWindow(self)
        when = moment_words(version.saved, self._context.session.clock())
        self._window.compare(
            "An earlier version beside the present one",
            (f"Kept {when[:1].lower()}{when[1:]}", version_text(version.snippet)),
            ("The present one", version_text(self._snippet)),
            "Restore the earlier version",
            partial(self._restore, version),
        )


def version_text(snippet: Snippet) -> str:
    """Return everything that a person wrote of a Snippet, a line for each thing."""
    lines = (
        snippet.claim,
        snippet.text,
        f"Kind: {SNIPPET_KINDS[snippet.kind]}",
        f"Where in it: {snippet.locator}" if snippet.locator else "",
        f"Said by: {snippet.speaker}" if snippet.speaker else "",
        f"Tags: {', '.join(snippet.tags)}" if snippet.tags else "",
        f"Looked after by: {snippet.owner}" if snippet.owner else "",
        f"Check again by: {day(snippet.review_by)}" if snippet.review_by else "",
    )
    return "\n".join(line for line in lines if line)
