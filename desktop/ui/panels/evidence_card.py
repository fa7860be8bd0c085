"""One piece of evidence: what it claims, where it is from, why it is offered, what to do."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date

from PySide6.QtCore import QMimeData, QPoint, Qt, Signal, SignalInstance
from PySide6.QtGui import QDrag, QMouseEvent
from PySide6.QtWidgets import QApplication, QFrame, QVBoxLayout, QWidget

from desktop.core.evidence import Passage, Snippet, Standing, Suggestion
from desktop.core.text import Cite
from desktop.ui.editor.clipboard import snippet_mime
from desktop.ui.form import name_field
from desktop.ui.panels.evidence_details import EvidenceDetails
from desktop.ui.panels.evidence_words import (
    is_due,
    likes_words,
    piece_word,
    taught_by,
    under_words,
    used_words,
    where_from,
    why_offered,
)
from desktop.ui.panels.help_tab import card_column
from desktop.ui.spacing import GAP
from desktop.ui.widgets.buttons import Button
from desktop.ui.widgets.flow import FlowLayout
from desktop.ui.widgets.labels import chip, set_look, set_text, text_label


class EvidenceCard(QFrame):
    """Shows a Suggestion and says what the person wants done with it.

    ``insert``, ``cite``, ``read`` (in the text around it) and ``make`` (a Snippet of a Passage)
    come with the Snippet or Passage; ``put_aside`` (not for this question), ``offer_again``,
    ``forget`` (what earlier use taught) and ``unfold`` (what is folded under it) with the card.
    ``has_text`` tells whether the text of a Source (its key) was brought in.
    """

    insert = Signal(object)
    cite = Signal(object)
    read = Signal(object)
    make = Signal(object)
    put_aside = Signal(object)
    offer_again = Signal(object)
    forget = Signal(object)
    unfold = Signal(object)

    def __init__(
        self,
        has_text: Callable[[str], bool] = lambda _: False,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self.setProperty("card", True)
        self.setCursor(Qt.CursorShape.OpenHandCursor)
        self.suggestion: Suggestion | None = None
        self._pressed: QPoint | None = None
        self._under = False
        self._kind = chip("", "kind")
        self._used = chip("", "neutral")
        self._due = chip("Check date", "warn")
        self._likes = chip("", "neutral")
        self._claim = text_label("", "strong")
        self._from = text_label("", "muted")
        self._why = text_label("", "muted")
        self._taught = text_label("", "done")
        self._aside = text_label("Put aside: not for this question.", "muted")
        self.details = EvidenceDetails(has_text)
        self.read_button = self.details.read_button
        self.read_button.clicked.connect(lambda: self._emit(self.read))
        self.copy_button = self.details.copy_button
        self._buttons = self._make_buttons()
        self.make_button = self._link("Make a snippet", lambda: self._emit(self.make))
        self.make_button.setToolTip("Keep this passage as a snippet of your own")
        self.aside_button = self._link("Not for this question", lambda: self.put_aside.emit(self))
        self.aside_button.setToolTip("Put it aside here; it is still offered at other questions")
        self.forget_button = self._link("Forget this", lambda: self.forget.emit(self))
        self.forget_button.setToolTip("Offer it as if you had not used it before")
        self.again_button = self._link("Offer again", lambda: self.offer_again.emit(self))
        self.unfold_button = self._link("", lambda: self.unfold.emit(self))
        self.unfold_button.setCheckable(True)
        self._head, self._whole = QWidget(), QWidget()
        self._build()

    def show_suggestion(
        self, suggestion: Suggestion, today: date, *, under: int = 0, asks: bool = True
    ) -> None:
        """Show another piece of evidence, with so many more ``under`` it.

        ``asks`` says whether it is offered for a question, so that it can be said not to be for it.
        """
        piece, source = suggestion.piece, suggestion.source
        self.suggestion = suggestion
        self._kind.setText(piece_word(piece))
        self._due.setVisible(is_due(piece, today))
        set_text(self._likes, likes_words(piece.likes if isinstance(piece, Passage) else 0))
        self._likes.setToolTip("Other passages say nearly the same; the library shows them")
        self._claim.setText(piece.claim)
        self._from.setText(where_from(piece, source))
        set_text(self._why, why_offered(suggestion.reasons))
        set_text(self._taught, taught_by(suggestion.reasons))
        self.forget_button.setVisible(suggestion.taught)
        self._buttons[2].setChecked(False)
        self.make_button.setVisible(isinstance(piece, Passage))
        self.aside_button.setVisible(asks)
        self.unfold_button.setVisible(bool(under))
        self.unfold_button.setChecked(False)
        self.unfold_button.set_words(under_words(under))
        self.show_aside(self.was_aside)
        self._name(piece_word(piece), piece.claim, where_from(piece, source))
        self.updateGeometry()

    def show_aside(self, aside: bool) -> None:
        """Shrink to one line and a way back, or be a whole card again."""
        for widget in (self._head, self._whole):
            widget.setVisible(not aside)
        for widget in (self._aside, self.again_button):
            widget.setVisible(aside)
        set_look(self._claim, "role", "muted" if aside else "strong")
        self._soften()

    def show_under(self, under: bool) -> None:
        """Look like one that is folded under the card above, or not."""
        self._under = under
        self._soften()

    def show_forgotten(self) -> None:
        """Say no more of what earlier use of it taught."""
        for widget in (self._taught, self.forget_button):
            widget.hide()

    def show_used(self, numbers: tuple[str, ...], here: str) -> None:
        """Say which answers use it already."""
        self._used.setText(used_words(numbers, here))
        set_look(self._used, "chip", "used" if numbers else "neutral")

    @property
    def piece(self) -> Snippet | Passage | None:
        """The piece that is shown."""
        return self.suggestion.piece if self.suggestion else None

    @property
    def was_aside(self) -> bool:
        """Whether it was put aside already when it was found."""
        return self.suggestion is not None and self.suggestion.standing is Standing.PUT_ASIDE

    @property
    def is_aside(self) -> bool:
        """Whether it is put aside here."""
        return self._whole.isHidden()

    def words(self) -> list[str]:
        """Return what the card says, in reading order."""
        if self.is_aside:
            return [self._claim.text(), self._aside.text()]
        chips = (self._kind, self._used, self._due, self._likes)
        labels = (*chips, self._claim, self._from, self._why, self._taught)
        return [label.text() for label in labels if not label.isHidden()]

    @property
    def buttons(self) -> tuple[Button, Button, Button]:
        """Insert, Cite only, Source."""
        return self._buttons

    def _make_buttons(self) -> tuple[Button, Button, Button]:
        insert = Button("Insert", lambda: self._emit(self.insert), look="primary")
        cite = Button("Cite only", lambda: self._emit(self.cite))
        source = Button("Source", look="link")
        source.setCheckable(True)
        insert.setToolTip("Put the paragraph and its citation where the cursor is")
        cite.setToolTip("Put only the citation where the cursor is")
        source.setToolTip("Show the paragraph, the full reference and the place in it")
        source.toggled.connect(self._show_details)
        return insert, cite, source

    def _link(self, words: str, act: Callable[[], object]) -> Button:
        button = Button(words, act, look="link")
        button.setProperty("snug", True)
        button.setCursor(Qt.CursorShape.ArrowCursor)
        return button

    def _build(self) -> None:
        chips = FlowLayout(self._head)
        for label in (self._kind, self._used, self._due, self._likes):
            chips.addWidget(label)
        whole = QVBoxLayout(self._whole)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.setSpacing(GAP)
        for label in (self._from, self._why, self._taught):
            whole.addWidget(label)
        row = FlowLayout()
        for button in (*self._buttons, self.make_button, self.forget_button, self.aside_button):
            button.setCursor(Qt.CursorShape.ArrowCursor)
            row.addWidget(button)
        whole.addLayout(row)
        whole.addWidget(self.details)
        whole.addWidget(self.unfold_button, 0, Qt.AlignmentFlag.AlignLeft)
        column = card_column(self)
        for part in (self._head, self._claim, self._aside, self._whole):
            column.addWidget(part)
        column.addWidget(self.again_button, 0, Qt.AlignmentFlag.AlignLeft)

    def _name(self, kind: str, claim: str, where: str) -> None:
        """Tell those who hear the card, and each of its buttons, what it is about."""
        self.setAccessibleName(f"{kind}: {claim}")
        for button, verb in zip(self._buttons, ("Insert", "Cite only", "Source"), strict=True):
            name_field(button, f"{verb}: {claim}", where)
        for button, verb in (
            (self.make_button, "Make a snippet of"),
            (self.read_button, "Read it in its place"),
            (self.aside_button, "Not for this question"),
            (self.forget_button, "Forget that you used this"),
            (self.again_button, "Offer again"),
            (self.unfold_button, self.unfold_button.text()),
        ):
            name_field(button, f"{verb}: {claim}")

    def _soften(self) -> None:
        set_look(self, "card", "soft" if self._under or self.is_aside else "true")

    def _emit(self, wanted: SignalInstance) -> None:
        if self.piece is not None:
            wanted.emit(self.piece)

    def _show_details(self, shown: bool) -> None:
        self.details.show_suggestion(self.suggestion if shown else None)

    @staticmethod
    def drag_data(piece: Snippet | Passage) -> QMimeData:
        """Return what is dragged from the card of a piece."""
        return snippet_mime(piece.text, Cite(piece.source, piece.locator), piece.id)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        if event.button() == Qt.MouseButton.LeftButton:
            self._pressed = event.position().toPoint()

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        if self._pressed is None or self.piece is None:
            return
        moved = (event.position().toPoint() - self._pressed).manhattanLength()
        if moved >= QApplication.startDragDistance():
            self._pressed = None
            drag = QDrag(self)
            drag.setMimeData(self.drag_data(self.piece))
            drag.exec(Qt.DropAction.CopyAction)

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        super().mouseReleaseEvent(event)
        self._pressed = None
