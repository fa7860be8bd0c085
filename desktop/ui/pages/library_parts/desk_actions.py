"""What is done with the row on the desk, and what is looked up about it."""

from __future__ import annotations

from datetime import date

from PySide6.QtCore import QObject

from desktop.ui.context import Context
from desktop.ui.models.library_rows import LibraryRow
from desktop.ui.pages.library_detail import LibraryDetail
from desktop.ui.pages.library_parts.attempting import attempt
from desktop.ui.pages.library_parts.uses_list import UsedAt, of_snippet, of_source

_RETIRED = "Retired: it is not offered any more, and kept. Undo brings it back."
_BACK = "Back in use."
_MONTHS_OF_A_YEAR = 12


class DeskActions(QObject):
    """Follows the row that a LibraryDetail shows."""

    def __init__(self, context: Context, detail: LibraryDetail, parent: QObject) -> None:
        super().__init__(parent)
        self._context = context
        self._detail = detail
        self._row: LibraryRow | None = None
        self._using = context.jobs.lane(self)
        detail.go.connect(context.go)
        detail.retire.connect(self.retire)
        detail.still_true.connect(self.still_true)
        detail.likes.connect(self.show_likes)

    def show_row(self, row: LibraryRow | None) -> None:
        """Find out where a row is used."""
        self._row = row
        session = self._context.session
        if row is None or row.binned:
            self._using.cancel()
            self._detail.uses.show_uses(())
            return
        if row.snippet is not None:
            snippet_uses = session.library.uses(row.snippet)
            self._using.run(lambda: [of_snippet(use) for use in snippet_uses()], self._show_uses)
        elif row.passage is not None:
            passage_uses = session.library.passage_uses(row.passage)
            self._using.run(lambda: [of_snippet(use) for use in passage_uses()], self._show_uses)
        else:
            uses = session.finding_uses(row.source.key)
            self._using.run(lambda: [of_source(use) for use in uses()], self._show_uses)

    def retire(self) -> None:
        """Take what the row shows out of what is offered, or bring it back."""
        row = self._row
        if row is None:
            return
        library, intake = self._context.session.library, self._context.session.intake
        if row.binned:
            attempt(self._context, lambda: intake.restore([row.document]), "Back from the bin.")
        elif row.with_source:
            attempt(self._context, lambda: library.bring_back_source(row.source.key), _BACK)
        elif row.snippet is not None:
            move = library.bring_back if row.retired else library.retire
            name = row.snippet.id
            attempt(self._context, lambda: move([name]), _BACK if row.retired else _RETIRED)
        elif row.retired:
            attempt(self._context, lambda: library.bring_back_source(row.source.key), _BACK)
        elif self._sure(row):
            attempt(self._context, lambda: library.retire_source(row.source.key), _RETIRED)

    def still_true(self) -> None:
        """Say that the Snippet still holds, and ask again in a year."""
        row = self._row
        if row is not None and row.snippet is not None:
            until = months_on(self._context.session.clock().date(), _MONTHS_OF_A_YEAR)
            name = row.snippet.id
            attempt(
                self._context,
                lambda: self._context.session.library.still_true(name, until),
                "Still true: it will be asked again in a year.",
            )

    def show_likes(self) -> None:
        """Show the Passages that say nearly the same as this one."""
        row = self._row
        if row is not None and row.passage is not None:
            self._detail.show_likes(self._context.session.library.likes(row.passage.id))

    def _sure(self, row: LibraryRow) -> bool:
        return self._context.dialogs.confirm(
            "Retire this source?",
            f"“{row.source.title}”, its snippets and passages are offered no more. Answers that "
            "cite it stay as they are, and it can be brought back from the bin.",
            "Retire",
        )

    def _show_uses(self, uses: list[UsedAt]) -> None:
        self._detail.uses.show_uses(uses)


def months_on(day: date, months: int) -> date:
    """Return the day so many months later; the last of a month that is too short for it."""
    place = day.year * 12 + day.month - 1 + months
    year, month = divmod(place, 12)
    for last in (day.day, 30, 29, 28):
        try:
            return date(year, month + 1, last)
        except ValueError:
            continue
    raise AssertionError(f"{day} has no day {months} months on")
