"""What a person does about a Finding: go to its place, let it be mended, dismiss it, bring it back.

Everything is at the same hand here, for the panel, the review and the answer itself.
"""

from __future__ import annotations

from PySide6.QtCore import QObject, QTimer

from desktop.core.dismissing import Dismissal
from desktop.core.finding import Finding, Fix
from desktop.core.rules import Part
from desktop.ui.checking.live import LiveChecks
from desktop.ui.context import Context
from desktop.ui.pages.finding_places import place_of
from desktop.ui.place import PageId
from desktop.ui.taking_back import taking_back

_KEPT = "is kept with the response and listed in the report. It comes back if the text changes."


class Acting(QObject):
    """Does it, and says so."""

    def __init__(self, context: Context, checks: LiveChecks, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._context = context
        self._checks = checks

    def go(self, finding: Finding, here: str = "") -> None:
        """Show where a Finding is mended, with its words selected and the keyboard there. What is
        said of a recommendation of the Question ``here`` is mended beside its answer, too.
        """
        if here and finding.question == here and finding.part is Part.RECOMMENDATIONS:
            self._checks.show(finding)
        elif self._go_to_page(finding):
            # After the page has its place.
            QTimer.singleShot(0, self, lambda: self._checks.show(finding))

    def point(self, finding: Finding, here: str) -> bool:
        """Show where a Finding is mended beside the list of checks, which is at the Question
        ``here``: its words are selected. Tell whether another page came for that, which took the
        keyboard. What is mended on a page without the list is left to ``go``.
        """
        draft = self._checks.draft
        place = place_of(finding, draft) if draft is not None else None
        turned = False
        if finding.question != here:
            if place is None or place.page is not PageId.QUESTION:
                return False
            turned = self._go_to_page(finding)
        QTimer.singleShot(0, self, lambda: self._checks.point(finding))
        return turned

    def mend(self, finding: Finding, fix: Fix) -> bool:
        """Do what a fix offers, as one step that can be undone; tell whether it was done."""
        draft = self._checks.draft
        if draft is None:
            return False
        self._checks.flush()
        edit = self._context.session.mend(draft, finding, fix)
        if edit is None:
            self._context.dialogs.notify("The text has changed since, so nothing was mended.")
            self._checks.check()
            return False
        if self._context.apply(edit) is None:
            return False
        self._say_with_undo(f"Done: {fix.words[:1].lower()}{fix.words[1:]}.", draft.response.id)
        return True

    def dismiss(self, finding: Finding) -> bool:
        """Ask why a Finding may stay, and keep that; tell whether it is dismissed."""
        from desktop.core.checking_edits import DismissFinding

        draft = self._checks.draft
        if draft is None:
            return False
        title, label, yes = "Dismiss this finding", "Why may it stay as it is?", "Dismiss"
        kept = f"The reason {_KEPT}"
        if finding.asks:
            title, label, yes = "Answer this question", "Your answer", "Keep this answer"
            kept = f"Your answer {_KEPT}"
        reason = self._context.dialogs.ask_text(
            title, f"{finding.sentence} {kept}\n\n{label}", yes=yes
        )
        if reason is None:
            return False
        if not reason.strip():
            self._context.dialogs.notify("Nothing is dismissed: say why in a few words.")
            return False
        self._checks.flush()
        today = self._context.session.clock().date()
        dismissal = Dismissal.of(finding, reason.strip(), today)
        if self._context.apply(DismissFinding(draft.response.id, dismissal)) is None:
            return False
        self._say_with_undo("Dismissed. The reason is in the list of checks.", draft.response.id)
        return True

    def bring_back(self, dismissal: Dismissal) -> None:
        """Let a dismissed Finding be said again."""
        from desktop.core.checking_edits import TakeBackDismissal

        if self._checks.draft is not None:
            response = self._checks.draft.response.id
            self._context.apply(TakeBackDismissal(response, dismissal))

    def _go_to_page(self, finding: Finding) -> bool:
        draft = self._checks.draft
        if draft is None:
            return False
        place = place_of(finding, draft)
        if place is not None:
            self._context.go(place)
        return True

    def _say_with_undo(self, words: str, response: str) -> None:
        from desktop.core.edits import response_scope

        take_back = taking_back(self._context, response_scope(response))

        def undo() -> None:
            self._checks.flush()
            take_back()

        self._context.dialogs.notify(words, "Undo", undo)
