"""What holds for the call that a Response answers, beside what its body says in general."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date
from typing import TYPE_CHECKING

from desktop.core.consultation import Consultation
from desktop.core.rule_kinds import RuleKind
from desktop.core.rules import Rules
from desktop.core.rules_changes import (
    CallChanges,
    RuleInForce,
    changes_count,
    compared,
    to_check,
)
from desktop.store import reading
from desktop.store.connection import Connection
from desktop.store.rules_changes_rows import call_changes

if TYPE_CHECKING:
    from desktop.core.changes import Changes
    from desktop.core.edits import Edit
    from desktop.core.response import Draft

Apply = Callable[["Edit", object], "Changes | None"]


@dataclass(frozen=True, slots=True)
class CallRules:
    """The rules of one call: those of the ``body`` it follows, its own ``changes``, and what comes
    of both. ``call`` is the Consultation as it holds, ``came_with`` the id of the rules it came
    with.
    """

    response: str
    call: Consultation
    came_with: str
    body: Rules
    changes: CallChanges
    in_force: Rules
    today: date

    @property
    def compared(self) -> tuple[RuleInForce, ...]:
        """Every rule beside what the body says."""
        return compared(self.body, self.changes)

    @property
    def to_check(self) -> tuple[RuleKind, ...]:
        """What a person must look up in the call, since nobody else knows."""
        return tuple(to_check(self.in_force, self.call))

    @property
    def differing(self) -> int:
        """How many rules are other than the body's."""
        return changes_count(self.body, self.changes)


class CallsDoor:
    """Reads and changes what holds for a call. Belongs to the thread of its connection."""

    def __init__(self, db: Connection, apply: Apply, today: Callable[[], date]) -> None:
        self._db = db
        self._apply = apply
        self._today = today

    def of(self, draft: Draft) -> CallRules:
        """Return the rules of the call that a draft answers."""
        key = draft.consultation.id
        asked, changes = reading.consultation(self._db, key), call_changes(self._db, key)
        body = reading.followed_rules(self._db, asked, changes.follows)
        return CallRules(
            draft.response.id,
            draft.consultation,
            asked.rules,
            body,
            changes,
            draft.rules,
            self._today(),
        )

    def bodies(self) -> list[Rules]:
        """Return the rules of every body that is known, by title."""
        return reading.all_rules(self._db)

    def change(
        self, rules: CallRules, changes: CallChanges, step: str, origin: object = None
    ) -> Changes | None:
        """Say what differs for a call; ``step`` is what Undo calls it.

        None if nothing changed. Raises WorkspaceError if it cannot be written.
        """
        from desktop.core.rules_edits import SetCallChanges

        return self._apply(SetCallChanges(rules.response, rules.call.id, changes, step), origin)
