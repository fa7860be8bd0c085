"""Numbers for names: sources, documents, kinds, references, and pairs of acronym and long form."""

from __future__ import annotations

from collections.abc import Hashable, Iterable
from threading import Lock
from typing import Generic, TypeVar

_T = TypeVar("_T", bound=Hashable)


class Names(Generic[_T]):
    """Gives each name a number from 0 on, the same for ever. Only grows, so that any thread may
    read it while another adds.
    """

    def __init__(self, names: Iterable[_T] = ()) -> None:
        self._names: list[_T] = list(names)
        self._codes: dict[_T, int] = {name: code for code, name in enumerate(self._names)}
        self._adding = Lock()

    def __len__(self) -> int:
        return len(self._names)

    def known(self, name: _T) -> int:
        """Return the number of a name, -1 if it has none."""
        return self._codes.get(name, -1)

    def number(self, name: _T) -> int:
        """Return the number of a name, a new one if it had none."""
        code = self._codes.get(name)
        if code is not None:
            return code
        with self._adding:
            code = self._codes.get(name)
            if code is None:
                code = len(self._names)
                # In this order: who finds the number finds the name too.
                self._names.append(name)
                self._codes[name] = code
            return code

    def name(self, code: int) -> _T:
        """Return the name that has this number."""
        return self._names[code]

    def all(self) -> list[_T]:
        """Return every name in the order of their numbers."""
        return list(self._names)
