"""Which answers of the response use a piece already: read on another thread, never in mid-word."""

from __future__ import annotations

from functools import partial

from PySide6.QtCore import QObject, Signal

from desktop.core.evidence import Passage, Snippet
from desktop.core.response import AnswerMark, Draft
from desktop.core.usage import Place, Written, is_used, shared_places, used_in, written
from desktop.markup import parse
from desktop.ui.context import Context
from desktop.ui.debounce import Debounce

# Reading a long answer takes a while: not in the middle of typing, unless a citation came or went.
USAGE_QUIET_MS = 1500


class EvidenceUsed(QObject):
    """``known()``: it is known anew what is used."""

    known = Signal()

    def __init__(self, context: Context, parent: QObject) -> None:
        super().__init__(parent)
        self._context = context
        self._draft: Draft | None = None
        self._answers: dict[str, Written] = {}
        self._shared: frozenset[Place] = frozenset()
        self._using = context.jobs.lane(self)
        self._sharing = context.jobs.lane(self)
        self._quiet = Debounce(USAGE_QUIET_MS, self._read, self)

    def where(self, piece: Snippet | Passage) -> tuple[str, ...]:
        """Return the numbers of the questions whose answers use a piece."""
        return used_in(piece, self._answers, self._shared)

    def cites(self, number: str, piece: Snippet | Passage) -> bool:
        """Tell whether the answer to a question cites the place of a piece."""
        text = self._answers.get(number)
        return text is not None and is_used(piece, text, frozenset())

    def read(self, draft: Draft) -> None:
        """Read a draft, and which places of the library several Snippets share."""
        listing = self._context.session.listing_places()
        self._sharing.run(lambda: shared_places(listing()), self._know_shared)
        self._draft = draft
        self._read()

    def changed(self, draft: Draft) -> None:
        """An answer has changed: read it soon, or at once if a citation came or went."""
        before, self._draft = self._draft, draft
        if _citations(before) != _citations(draft):
            self._read()
        else:
            self._quiet.poke()

    def _read(self) -> None:
        self._quiet.cancel()
        if self._draft is not None:
            self._using.run(partial(written_answers, self._draft), self._know)

    def _know(self, answers: dict[str, Written]) -> None:
        self._answers = answers
        self.known.emit()

    def _know_shared(self, shared: frozenset[Place]) -> None:
        self._shared = shared
        self.known.emit()


def written_answers(draft: Draft) -> dict[str, Written]:
    """Return what each answer holds that goes into the submission, by number."""
    numbers = [question.number for question in draft.consultation.questions]
    return {
        number: written(parse(draft.answer(number).body))
        for number in numbers
        if draft.answer(number).mark is not AnswerMark.SKIPPED
    }


def _citations(draft: Draft | None) -> int:
    """Return about how many citations there are: cheap, and different when one came or went."""
    return sum(answer.body.count("[@") for answer in draft.answers.values()) if draft else 0
