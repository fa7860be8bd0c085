"""How this answer stood before: compare a version with the current draft, or bring it back."""

from __future__ import annotations

from functools import partial

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from desktop.core.changes import Kind
from desktop.core.edits import RestoreAnswer
from desktop.core.moments import moment_words
from desktop.core.readable import readable
from desktop.core.response import Answer, AnswerVersion, Draft
from desktop.core.words import count_words
from desktop.markup import parse
from desktop.markup.counting import count_markdown_words
from desktop.ui.context import Context
from desktop.ui.models.words import counted
from desktop.ui.panels.compare_window import CompareWindow
from desktop.ui.panels.help_tab import CardList, HelpTab
from desktop.ui.panels.version_card import VersionCard
from desktop.ui.spacing import GAP
from desktop.ui.widgets.labels import text_label

_MOST = 50


class HistoryPanel(HelpTab):
    """Lists the kept versions, newest first. ``reading()`` is emitted before the draft is read."""

    reading = Signal()
    kinds = (Kind.ANSWER,)

    def __init__(self, context: Context, parent: QWidget | None = None) -> None:
        super().__init__(context, parent)
        self._said = text_label("", "muted")
        self._list = CardList("History")
        self._cards: list[VersionCard] = []
        self._versions: list[AnswerVersion] = []
        self._window: CompareWindow | None = None
        column = QVBoxLayout(self)
        column.setContentsMargins(0, GAP, 0, 0)
        column.setSpacing(GAP)
        column.addWidget(self._said)
        column.addWidget(self._list, 1)

    @property
    def message(self) -> str:
        """What stands above the versions."""
        return self._said.text()

    @property
    def window_shown(self) -> CompareWindow | None:
        """The comparison, if one was ever asked for."""
        return self._window

    def cards(self) -> list[VersionCard]:
        """Return the cards on screen, newest first."""
        return [card for card in self._cards if not card.isHidden()]

    def refresh(self) -> None:
        if self.draft is None:
            return
        self._versions = self.context.session.versions(self.draft.response.id, self.number)[:_MOST]
        while len(self._cards) < len(self._versions):
            self._cards.append(self._make_card(len(self._cards)))
        now, current = self.context.session.clock(), self.draft.answer(self.number)
        for card, version in zip(self._cards, self._versions, strict=False):
            title = moment_words(version.saved, now)
            about = f"{counted(_words(version), 'word')}, {difference_words(version, current)}"
            card.show_text(title, about, version_text(version, self.draft))
            card.use_button.setEnabled(not _same(version, current))
            card.show()
        for card in self._cards[len(self._versions) :]:
            card.hide()
        self._said.setText(
            "Earlier versions of this answer, newest first. Restoring one keeps the current draft."
            if self._versions
            else "No earlier versions yet. One is kept each time you come back to this answer."
        )

    def _make_card(self, place: int) -> VersionCard:
        card = VersionCard("Restore")
        card.use.connect(lambda: self._restore(self._versions[place]))
        card.compare.connect(lambda: self._compare(self._versions[place]))
        self._list.add(card)
        return card

    def _restore(self, version: AnswerVersion) -> None:
        self.reading.emit()
        edit = RestoreAnswer(version.response, version.question, version.key_point, version.body)
        if self.context.apply(edit) is not None:
            self.context.dialogs.notify("The earlier version is back. Undo takes it away again.")

    def _compare(self, version: AnswerVersion) -> None:
        self.reading.emit()
        draft = self.context.session.draft(version.response)
        if self._window is None:
            self._window = CompareWindow(self)
        when = moment_words(version.saved, self.context.session.clock())
        self._window.compare(
            f"Question {version.question}: an earlier version beside the current draft",
            (f"Kept {when[:1].lower()}{when[1:]}", version_text(version, draft)),
            ("The current draft", version_text(draft.answer(version.question), draft)),
            "Restore the earlier version",
            partial(self._restore, version),
        )


def difference_words(version: AnswerVersion, current: Answer) -> str:
    """Return how a version differs from the current draft, such as "9 words more than now"."""
    if _same(version, current):
        return "same as now"
    more = _words(version) - _words(current)
    if not more:
        return "worded differently from now"
    return f"{counted(abs(more), 'word')} {'more' if more > 0 else 'fewer'} than now"


def _same(version: AnswerVersion, current: Answer) -> bool:
    return (version.key_point, version.body) == (current.key_point, current.body)


def _words(text: AnswerVersion | Answer) -> int:
    return count_words(text.key_point) + count_markdown_words(text.body)


def version_text(version: AnswerVersion | Answer, draft: Draft) -> str:
    """Return key point and text as they are read."""
    texts = (version.key_point.strip(), readable(parse(version.body), draft.sources))
    return "\n".join(text for text in texts if text)
