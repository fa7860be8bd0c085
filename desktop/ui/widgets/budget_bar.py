"""Words used of words available: a bar with the same in words."""

from __future__ import annotations

from PySide6.QtWidgets import QProgressBar, QVBoxLayout, QWidget

from desktop.core.budget import Budget
from desktop.core.consultation import LimitUnit
from desktop.ui.models.words import counted
from desktop.ui.spacing import GAP_SMALL
from desktop.ui.widgets.labels import set_look, text_label


class BudgetBar(QWidget):
    """Without a limit in words there is no bar, only the number."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.bar = QProgressBar()
        self.bar.setTextVisible(False)
        self.words = text_label()
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(GAP_SMALL)
        column.addWidget(self.bar)
        column.addWidget(self.words)

    def show_budget(self, budget: Budget) -> None:
        """Show how much of a limit is used."""
        said = budget_words(budget)
        self.words.setText(said)
        set_look(self.words, "role", "danger" if budget.over else "")
        self.bar.setAccessibleName("Words used")
        self.bar.setAccessibleDescription(said)
        limit = budget.limit.value if budget.left is not None and budget.limit else 0
        self.bar.setVisible(limit > 0)
        self.bar.setRange(0, max(limit, 1))
        self.bar.setValue(min(budget.used, limit))


def budget_words(budget: Budget) -> str:
    """Return the budget in words: "1,140 of 3,000 words used, 1,860 left (advice)."."""
    limit, left = budget.limit, budget.left
    if limit is None:
        return f"{counted(budget.used, 'word')}; no limit is set."
    kind = "a fixed limit" if limit.hard else "advice, not a fixed limit"
    if left is None:
        unit = "pages" if limit.unit is LimitUnit.PAGES else "characters"
        return f"{counted(budget.used, 'word')}; the limit is {limit.value:,} {unit} ({kind})."
    rest = f"{left:,} left" if left >= 0 else f"{-left:,} too many"
    return f"{budget.used:,} of {limit.value:,} words used, {rest} ({kind})."
