"""What a workspace should hold, in plain dictionaries: the yardstick of the walk.

A person's view of undo: each step put some fields from one value to another. Taking it back puts
exactly those fields back, whatever has happened to others since.
"""

from __future__ import annotations

from collections.abc import Mapping
from copy import deepcopy
from dataclasses import dataclass, field
from datetime import datetime
from typing import Any

MERGED_WITHIN_SECONDS = 60

Field = tuple[str, ...]
Values = dict[Field, Any]


@dataclass
class Step:
    """What one Undo takes back."""

    name: str
    merge_key: str
    touched: datetime
    before: Values
    after: Values


@dataclass
class Stack:
    """The steps of one scope, and those that were undone, last undone last."""

    done: list[Step] = field(default_factory=list)
    undone: list[Step] = field(default_factory=list)


@dataclass
class Model:
    """Every field that a person can change, and one stack of steps for each scope."""

    fields: Values = field(default_factory=dict)
    stacks: dict[str, Stack] = field(default_factory=dict)

    def copy(self) -> Model:
        """Return the model as it stands now."""
        return deepcopy(self)

    def stack(self, scope: str) -> Stack:
        """Return the steps of a scope."""
        return self.stacks.setdefault(scope, Stack())

    def change(
        self, scope: str, name: str, merge_key: str, now: datetime, values: Mapping[Field, Any]
    ) -> bool:
        """Make fields have these values; tell whether any of them had another."""
        after = {key: value for key, value in values.items() if self.fields.get(key) != value}
        if not after:
            return False
        before = {key: self.fields.get(key) for key in after}
        self.fields |= after
        stack = self.stack(scope)
        last = stack.done[-1] if stack.done and not stack.undone else None
        stack.undone.clear()
        if last and merge_key and last.merge_key == merge_key and _soon(last.touched, now):
            last.before = before | last.before
            last.after |= after
            last.touched = now
        else:
            stack.done.append(Step(name, merge_key, now, before, after))
        return True

    def undo(self, scope: str) -> bool:
        """Take back the newest step; tell whether there was one."""
        stack = self.stack(scope)
        if not stack.done:
            return False
        step = stack.done.pop()
        self.fields |= step.before
        stack.undone.append(step)
        return True

    def redo(self, scope: str) -> bool:
        """Do the step again that was undone last; tell whether there was one."""
        stack = self.stack(scope)
        if not stack.undone:
            return False
        step = stack.undone.pop()
        self.fields |= step.after
        stack.done.append(step)
        return True

    def undo_name(self, scope: str) -> str | None:
        """Return what Undo would take back."""
        done = self.stack(scope).done
        return done[-1].name if done else None

    def redo_name(self, scope: str) -> str | None:
        """Return what Redo would do again."""
        undone = self.stack(scope).undone
        return undone[-1].name if undone else None

    def without_organisation(self) -> bool:
        """Tell whether a response is left whose organisation is none."""
        there = {key[1] for key, value in self.fields.items() if key[0] == "org" and value}
        asked = {value for key, value in self.fields.items() if key[-1] == "organisation"}
        return not asked <= there

    def of(self, *start: str) -> dict[Any, Any]:
        """Return the fields whose name starts so and that have a value, by the rest of it."""
        length = len(start)
        return {
            key[length] if len(key) == length + 1 else key[length:]: value
            for key, value in self.fields.items()
            if key[:length] == start and value is not None
        }


def _soon(then: datetime, now: datetime) -> bool:
    return 0 <= (now - then).total_seconds() <= MERGED_WITHIN_SECONDS
