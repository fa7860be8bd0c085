"""Files that travel between learners and trainers: JSON, with a digest of what they say inside, so
that one that was cut short or edited by hand is told.
"""

from __future__ import annotations

import json
from collections.abc import Mapping, Sequence
from datetime import datetime
from enum import StrEnum
from hashlib import sha256
from typing import Any, cast

from desktop.core.characters import safe_characters
from desktop.errors import ContentError

FORMAT = 1
MOST_BYTES = 2_000_000
_WHOSE = "consultee"
_DEEPEST = 20  # what stands inside one another in a file of ours: five at most
_LONGEST_LINE = 120

Said = Mapping[str, Any]


class Sort(StrEnum):
    """What a file carries."""

    WORK = "work"
    COMMENTS = "comments"


class NotTaken(ContentError):
    """A file that cannot be taken in; the message says why in a sentence."""

    def __init__(self, message: str, hint: str) -> None:
        super().__init__("The file cannot be taken in", message, hint)


_AGAIN = "Ask for the file again; what was sent may have been cut short on the way."
_NEWER = "Install the newest version of Consultee, then take it in again."
_WORDS = {Sort.WORK: "a learner’s work", Sort.COMMENTS: "a trainer’s comments"}


def packed(sort: Sort, said: Said) -> str:
    """Return the text of a file that says this."""
    whole = cast("dict[str, Any]", _clean({_WHOSE: sort.value, "format": FORMAT, **said}))
    return json.dumps({**whole, "digest": digest_of(whole)}, ensure_ascii=False, indent=1) + "\n"


def unpacked(sort: Sort, text: str) -> tuple[Said, bool]:
    """Return what a file says, and whether it was edited by hand since it was written.

    Raises NotTaken if it was cut short, is no such file, or is from a newer version.
    """
    try:
        data = _clean(json.loads(text, parse_constant=_no_number))
    except (ValueError, RecursionError):
        whole = text.rstrip().endswith("}")
        why = "it is no file that Consultee wrote" if whole else "it has been cut short"
        raise NotTaken(f"The file cannot be read: {why}.", _AGAIN) from None
    said = cast("dict[str, Any]", data if isinstance(data, dict) else {})
    if said.get(_WHOSE) not in list(Sort):
        raise NotTaken("This is no file that Consultee wrote.", _AGAIN)
    if Reader(said).number("format") > FORMAT:
        raise NotTaken("The file was written by a newer version of Consultee.", _NEWER)
    if said[_WHOSE] != sort:
        found = _WORDS[Sort(said[_WHOSE])]
        raise NotTaken(f"The file holds {found}, not {_WORDS[sort]}.", "Choose another file.")
    digest = said.pop("digest", "")
    return said, digest != digest_of(said)


def digest_of(said: Said) -> str:
    """Return the digest of what a file says, however it is laid out."""
    plain = json.dumps(said, ensure_ascii=True, sort_keys=True, separators=(",", ":"))
    return sha256(plain.encode()).hexdigest()


class Reader:
    """Reads values of a file that anybody may have written in; raises NotTaken for what no such
    file says.
    """

    def __init__(self, said: object, place: str = "the file") -> None:
        if not isinstance(said, dict):
            raise self.wrong(place)
        self._said = cast("Said", said)
        self._place = place

    @staticmethod
    def wrong(place: str) -> NotTaken:
        """Return the error for what cannot be understood."""
        return NotTaken(f"The file says something at {place} that cannot be understood.", _AGAIN)

    def text(self, key: str, default: str | None = "") -> str:
        """Return a text; without a ``default`` it must be there."""
        value = self._said.get(key, default)
        if not isinstance(value, str):
            raise self.wrong(f"“{key}”")
        return value

    def line(self, key: str, default: str | None = "") -> str:
        """Return a text for a sentence or a list: on one line, and cut where it is very long."""
        line = " ".join(self.text(key, default).split())
        return line if len(line) <= _LONGEST_LINE else f"{line[: _LONGEST_LINE - 1]}…"

    def maybe(self, key: str) -> str | None:
        """Return a text, or None where there is none."""
        return None if self._said.get(key) is None else self.text(key)

    def number(self, key: str) -> int:
        """Return a whole number from 0."""
        value = self._said.get(key, 0)
        if isinstance(value, bool) or not isinstance(value, int) or not 0 <= value < 10**9:
            raise self.wrong(f"“{key}”")
        return value

    def moment(self, key: str) -> datetime:
        """Return a time."""
        try:
            return datetime.fromisoformat(self.text(key)).replace(tzinfo=None)
        except ValueError:
            raise self.wrong(f"“{key}”") from None

    def texts(self, key: str) -> tuple[str, ...]:
        """Return a list of texts."""
        found = self._list(key)
        if not all(isinstance(each, str) for each in found):
            raise self.wrong(f"“{key}”")
        return tuple(cast("Sequence[str]", found))

    def rows(self, key: str) -> list[Reader]:
        """Return a list of tables."""
        return [Reader(each, f"“{key}”") for each in self._list(key)]

    def inner(self, key: str) -> Reader:
        """Return a table inside this one."""
        return Reader(self._said.get(key, {}), f"“{key}”")

    def table(self, key: str) -> Said:
        """Return a table as it is."""
        return self.inner(key)._said

    def has(self, key: str) -> bool:
        """Tell whether anything is said at a key."""
        return self._said.get(key) is not None

    def _list(self, key: str) -> Sequence[object]:
        found = self._said.get(key, [])
        if not isinstance(found, list):
            raise self.wrong(f"“{key}”")
        return cast("Sequence[object]", found)


def _clean(value: object, left: int = _DEEPEST) -> object:
    """Return a value without the characters that no Word file and no database can hold; raises
    ValueError where lists stand inside one another without end.
    """
    if isinstance(value, str):
        return safe_characters(value)
    if not isinstance(value, list | dict):
        return value
    if not left:
        raise ValueError
    if isinstance(value, list):
        return [_clean(each, left - 1) for each in cast("list[object]", value)]
    rows = cast("dict[str, object]", value)
    return {safe_characters(key): _clean(each, left - 1) for key, each in rows.items()}


def _no_number(_name: str) -> float:
    # Python reads "NaN" and writes it, but it is no number, and no other program knows it.
    raise ValueError
