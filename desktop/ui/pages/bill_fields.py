"""What a recommendation about a bill says besides: which clause, and which words instead."""

from __future__ import annotations

from PySide6.QtWidgets import QWidget

from desktop.core.response import Draft
from desktop.core.rules import Venue
from desktop.ui.form import labelled
from desktop.ui.widgets.folding import Folding
from desktop.ui.widgets.sentence_field import SentenceField

_CLAUSE_SHARE, _AMENDMENT_SHARE = 3, 8


class BillFields(Folding):
    """Clause and amendment; they show where a bill is answered, or something stands in them."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(70, parent=parent)
        self._wanted = False
        self.clause, self.amendment = SentenceField(), SentenceField()
        example = "For example: clause 4, page 2."
        self.add_top(labelled(self.clause, "Clause of the bill", example), _CLAUSE_SHARE)
        self.add_top(
            labelled(
                self.amendment,
                "Words you propose for it",
                "Leave empty if you propose none. Say in the answer what they would change, and "
                "why.",
            ),
            _AMENDMENT_SHARE,
        )

    @property
    def fields(self) -> tuple[SentenceField, SentenceField]:
        """The two fields in reading order."""
        return self.clause, self.amendment

    def answer_a_bill(self, wanted: bool) -> None:
        """Say whether what is answered is a bill."""
        self._wanted = wanted
        self.show_where_wanted()

    def show_where_wanted(self) -> None:
        """Show the fields where they are of use."""
        self.setVisible(self._wanted or any(field.text().strip() for field in self.fields))


def is_about_a_bill(draft: Draft) -> bool:
    """Tell whether what is answered is a bill."""
    return draft.rules.venue is Venue.BILL_COMMITTEE or bool(draft.consultation.clauses)
