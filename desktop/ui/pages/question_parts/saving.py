"""Saves what is typed within a second, and keeps what could not be saved until it can."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from typing import TypeVar

from PySide6.QtCore import QObject

from desktop.core.edits import Edit
from desktop.ui.context import Context
from desktop.ui.debounce import Debounce, saving

RETRY_MS = 5000
_E = TypeVar("_E", bound=Edit)


class Saving(QObject):
    """Turns typing into Edits. ``collect`` returns the Edits that make the typed text true."""

    def __init__(
        self, context: Context, collect: Callable[[], Iterable[Edit]], origin: QObject
    ) -> None:
        super().__init__(origin)
        self._context = context
        self._collect = collect
        self._origin = origin
        self._typed = False
        self._waiting: dict[str, Edit] = {}
        self._quiet = saving(self.flush, self)
        self._again = Debounce(RETRY_MS, self.flush, self)

    @property
    def typed(self) -> bool:
        """Whether something was typed that has not been collected yet."""
        return self._typed

    def poke(self) -> None:
        """Something was typed."""
        if not self._typed:
            self._typed = True
            self._context.typing(True)
        self._quiet.poke()

    def flush(self) -> None:
        """Save everything now. What cannot be saved stays here and is tried again."""
        self._quiet.cancel()
        self._again.cancel()
        if self._typed:
            self._typed = False
            self._waiting.update((edit.merge_key, edit) for edit in self._collect())
        for key, edit in list(self._waiting.items()):
            if self._applied(edit):
                del self._waiting[key]
        self._context.typing(bool(self._waiting))
        if self._waiting:
            self._again.poke()

    def forget(self, edit: Edit) -> None:
        """Drop what waits in the place of this Edit: the thing itself is gone."""
        self._waiting.pop(edit.merge_key, None)

    def waiting(self, like: _E) -> _E | None:
        """Return the Edit of the kind and place of ``like`` that waits to be saved, or None."""
        found = self._waiting.get(like.merge_key)
        return found if isinstance(found, type(like)) else None

    def _applied(self, edit: Edit) -> bool:
        """Apply an Edit; tell whether it is now true, also when there was nothing to change."""
        failures: list[object] = []
        failed = self._context.bridge.failed
        failed.connect(failures.append)
        try:
            self._context.apply(edit, self._origin)
        finally:
            failed.disconnect(failures.append)
        return not failures
