"""What the checks say of the response at hand, kept up with what is typed.

There is one for a window: panels, pages and the header show what it knows, and it checks once for
all of them. It checks on another thread, a moment after the last keystroke, also what is not saved
yet; while somebody types on, nothing changes.
"""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING, Protocol

from PySide6.QtCore import QObject, Signal

from desktop.core.changes import Changes, Kind
from desktop.core.response import Draft
from desktop.errors import DesktopError
from desktop.session import Session
from desktop.ui.bridge import Bridge
from desktop.ui.debounce import Debounce
from desktop.ui.jobs import Jobs

if TYPE_CHECKING:
    from desktop.core.dismissing import Checked
    from desktop.core.finding import Finding

# Longer than the gap between two keys of somebody who types fast (100 ms), and so much shorter than
# that of most people (200 ms) that the check, which takes about 40, is over before their next key.
CHECK_QUIET_MS = 120


class Writer(Protocol):
    """Where something may be typed that is not saved yet."""

    def typed(self, draft: Draft) -> Draft:
        """Return the Draft with what is typed and not saved."""
        ...

    def flush(self) -> None:
        """Save what is typed."""
        ...


class LiveChecks(QObject):
    """``changed()``: the checks say something else now; ``same()``: they have looked again, and say
    what they said before; ``busy(bool)``: they take long;
    ``wanted(Finding)``: somebody goes to the place of a Finding, which is on the page that shows
    now; ``pointed(Finding)``: it is to be seen only, and the keyboard stays where it is;
    ``listed(Finding | None)``: somebody wants to see it in the list of checks, or the list itself.
    """

    changed = Signal()
    same = Signal()
    busy = Signal(bool)
    wanted = Signal(object)
    pointed = Signal(object)
    listed = Signal(object)

    def __init__(
        self, session: Session, bridge: Bridge, jobs: Jobs, parent: QObject | None = None
    ) -> None:
        super().__init__(parent)
        self._session = session
        self._response = ""
        self._writer: Writer | None = None
        self._lane = jobs.lane(self)
        self._lane.busy.connect(self.busy)
        self._soon = Debounce(CHECK_QUIET_MS, self.check, self)
        self._turn = 0  # each check has its own; only the newest is wanted
        self._asked: Draft | None = None
        self._bugs: set[str] = set()
        self.draft: Draft | None = None
        self._said: Checked | None = None
        self.shown: Finding | None = None
        bridge.changed.connect(self._hear)
        bridge.closing.connect(self._stop)

    @property
    def known(self) -> bool:
        """Whether the response at hand has been checked yet."""
        return self.draft is not None

    @property
    def said(self) -> Checked:
        """What the checks say: nothing at first."""
        if self._said is None:
            # Read when somebody asks, for the window starts without.
            from desktop.core.dismissing import Checked

            self._said = Checked(())
        return self._said

    def show_response(self, response: str) -> None:
        """Turn to a Response ("" = none); of another one nothing is known at first."""
        if response == self._response:
            return
        self._response = response
        self._give_up()
        self._soon.cancel()
        self._asked = self.draft = None
        self.say(None)
        if response:
            # After the page has come: it is to be seen first.
            self._soon.poke()

    def follow(self, writer: Writer) -> None:
        """Check also what is typed here and not saved yet."""
        self._writer = writer

    def poke(self) -> None:
        """Something was typed: check in the next pause."""
        if self._response:
            self._give_up()
            self._soon.poke()

    def show(self, finding: Finding) -> None:
        """Let the page that shows now show the place of a Finding, with the keyboard there."""
        self.shown = finding
        self.wanted.emit(finding)

    def point(self, finding: Finding) -> None:
        """Let the page that shows now show the place of a Finding, without the keyboard."""
        self.shown = finding
        self.pointed.emit(finding)

    def flush(self) -> None:
        """Let what is typed be saved."""
        if self._writer is not None:
            self._writer.flush()

    def at(self, question: str) -> tuple[Finding, ...]:
        """Return what is open at a Question, as the checks put it in order."""
        return tuple(finding for finding in self.said.open if finding.question == question)

    def check(self) -> None:
        """Check now."""
        self._soon.cancel()
        draft = self._draft_now()
        if draft is None:
            return
        self._asked = draft
        self._turn = turn = self._turn + 1
        job = self._session.reviewing(draft, lambda: self._turn == turn)
        self._lane.run(job, lambda said: self._know(draft, said), self._failed)

    def _give_up(self) -> None:
        """Let what is being checked be: the text is another by now."""
        self._turn += 1
        self._lane.cancel()

    def _stop(self) -> None:
        """The window closes: nothing may read the workspace any more."""
        self._response = ""
        self._soon.cancel()
        self._give_up()

    def _draft_now(self) -> Draft | None:
        if not self._response:
            return None
        try:
            draft = self._session.draft(self._response)
        except DesktopError:
            return None  # binned: the window is on its way to another place
        return draft if self._writer is None else self._writer.typed(draft)

    def _know(self, draft: Draft, said: Checked) -> None:
        if self._soon.waiting:
            return  # typed on meanwhile: it would move what is being written
        first = self.draft is None
        self.draft = draft
        if first or said != self.said:
            self.say(said)
        else:
            self.same.emit()

    def say(self, said: Checked | None) -> None:
        """Let this be what the checks say (None = nothing is known)."""
        self._said = said
        self.changed.emit()

    def _failed(self, error: Exception) -> None:
        # The workspace may be gone for the moment; the next change asks again.
        self._asked = None
        if not isinstance(error, DesktopError) and repr(error) not in self._bugs:
            # Told of once, not in every pause.
            self._bugs.add(repr(error))
            raise error

    def _hear(self, changes: Changes) -> None:
        if not self._response or changes.response not in {"", self._response}:
            return
        if changes.kinds == {Kind.SETTINGS} or self._soon.waiting:
            return
        draft = self._draft_now()
        if draft is None:
            return
        elsewhere = changes.touches(Kind.LIBRARY, Kind.ORGANISATION)
        if elsewhere or self._asked is None or not _same(draft, self._asked):
            self.check()


def _same(one: Draft, other: Draft) -> bool:
    """Tell whether two Drafts say the same, whenever they were edited."""
    response = replace(one.response, edited=other.response.edited)
    as_other = replace(one, response=response, sources=other.sources)
    return as_other == other
