"""What keeps a library fit to use: the review list, and Snippets that repeat or contradict."""

from __future__ import annotations

from collections.abc import Callable, Iterable

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QWidget

from desktop.core.evidence import Snippet, Source
from desktop.core.library import FigureConflict
from desktop.ui.context import Context
from desktop.ui.models.library_rows import LibraryRow
from desktop.ui.pages.library_parts.attempting import attempt
from desktop.ui.pages.library_parts.browser import LibraryBrowser
from desktop.ui.pages.library_parts.desk_actions import months_on
from desktop.ui.pages.library_parts.pairs import Pair, PairKind, PairsView
from desktop.ui.pages.library_parts.review_list import ReviewList

KEPT_APART = "library.kept-apart"
_MOST_KEPT_APART = 2000


class Tidying(QObject):
    """``edit(Snippet)``: its form is wanted; ``source(Snippet)``: the text that it comes from."""

    edit = Signal(object)
    source = Signal(object)

    def __init__(
        self, context: Context, browser: LibraryBrowser, show: Callable[[QWidget | None], None]
    ) -> None:
        super().__init__(browser)
        self._context = context
        self._browser = browser
        self._show = show
        self._list: ReviewList | None = None
        self._pairs: PairsView | None = None
        self._comparing = context.jobs.lane(self)

    @property
    def list(self) -> ReviewList:
        """The review list, made when first needed."""
        if self._list is None:
            self._list = ReviewList()
            self._list.left.connect(lambda: self._show(None))
            self._list.still_true.connect(self._still_true)
            self._list.retire.connect(self._retire_due)
            self._list.edit.connect(self.edit)
            self._list.source.connect(self.source)
        return self._list

    @property
    def pairs(self) -> PairsView:
        """Two side by side, made when first needed."""
        if self._pairs is None:
            self._pairs = PairsView()
            self._pairs.left.connect(self._leave_pairs)
            self._pairs.keep.connect(self._keep)
            self._pairs.retire.connect(self._retire_one)
            self._pairs.both.connect(self._keep_both)
            self._pairs.edit.connect(self.edit)
        return self._pairs

    def review(self) -> None:
        """Work through what is due."""
        today = self._context.session.clock().date()
        due = self._context.session.library.due(today)
        sources = self._context.session.sources()
        rows = [LibraryRow(_source(sources, one), one) for one in due]
        self._show(self.list)
        self.list.show_rows(rows)

    def refresh(self) -> None:
        """Follow a change that Undo or another view made."""
        if self._list is not None and self._list.isVisible():
            today = self._context.session.clock().date()
            self._list.follow(self._context.session.library.due(today))

    def show_alike(self) -> None:
        """Show the Snippets that say nearly the same, two by two."""
        self._show(self.pairs)
        self.pairs.wait(PairKind.ALIKE)
        groups = self._context.session.library.near_duplicates()
        self._comparing.run(groups, self._show_groups)

    def show_figures(self) -> None:
        """Show the Snippets that give different figures for the same thing."""
        self._show(self.pairs)
        self.pairs.wait(PairKind.FIGURES)
        conflicts = self._context.session.library.conflicting_figures()
        self._comparing.run(conflicts, self._show_conflicts)

    def merge_chosen(self) -> None:
        """Show the two chosen Snippets side by side, to keep one of them."""
        two = [row.snippet for row in self._browser.chosen() if row.snippet and not row.retired]
        if len(two) == 2:
            self._show(self.pairs)
            pair = _pair(self._context.session.sources(), two[0], two[1])
            self.pairs.show_pairs(PairKind.ALIKE, [pair])

    # The review list

    def _still_true(self, snippet: Snippet, months: int) -> None:
        until = months_on(self._context.session.clock().date(), months)
        library = self._context.session.library
        if attempt(self._context, lambda: library.still_true(snippet.id, until)):
            self.list.settled(snippet.id)

    def _retire_due(self, snippet: Snippet) -> None:
        if self._retire(snippet):
            self.list.settled(snippet.id)

    # Pairs

    def _show_groups(self, groups: Iterable[tuple[Snippet, ...]]) -> None:
        sources = self._context.session.sources()
        pairs = [_pair(sources, group[0], other) for group in groups for other in group[1:]]
        self._show_pairs(PairKind.ALIKE, pairs)

    def _show_conflicts(self, conflicts: Iterable[FigureConflict]) -> None:
        sources = self._context.session.sources()
        pairs = [_pair(sources, found.one, found.other, found.about) for found in conflicts]
        self._show_pairs(PairKind.FIGURES, pairs)

    def _show_pairs(self, kind: PairKind, pairs: list[Pair]) -> None:
        apart = set(self._context.session.setting(KEPT_APART, []))
        left = [pair for pair in pairs if _remembered(kind, pair) not in apart]
        self.pairs.show_pairs(kind, left)

    def _keep(self, keep: Snippet, drop: Snippet) -> None:
        library = self._context.session.library
        said = "Merged: the other is retired. Undo brings it back."
        if attempt(self._context, lambda: library.merge(keep, [drop.id]), said):
            self.pairs.gone(drop.id)

    def _retire_one(self, snippet: Snippet) -> None:
        if self._retire(snippet):
            self.pairs.gone(snippet.id)

    def _keep_both(self, pair: Pair) -> None:
        session = self._context.session
        apart = [*session.setting(KEPT_APART, []), _remembered(self.pairs.kind, pair)]
        session.set_setting(KEPT_APART, apart[-_MOST_KEPT_APART:])
        self.pairs.settled(pair)

    def _leave_pairs(self) -> None:
        self._comparing.cancel()
        self._show(None)

    def _retire(self, snippet: Snippet) -> bool:
        library = self._context.session.library
        said = "Retired: it is not offered any more, and kept. Undo brings it back."
        return attempt(self._context, lambda: library.retire([snippet.id]), said)


def _pair(sources: dict[str, Source], one: Snippet, other: Snippet, about: str = "") -> Pair:
    return Pair(one, other, (_source(sources, one), _source(sources, other)), about)


def _source(sources: dict[str, Source], snippet: Snippet) -> Source:
    return sources.get(snippet.source) or Source(snippet.source, snippet.source)


def _remembered(kind: PairKind, pair: Pair) -> str:
    return f"{kind}:{pair.name}"
