"""What rich text says about itself."""

from __future__ import annotations

from dataclasses import dataclass, field

_MOMENTS = ("creatim", "revtim")
_PARTS = frozenset({"yr", "mo", "dy"})


@dataclass(slots=True)
class Information:
    """Takes in the information group, piece by piece."""

    _now: str = ""
    _texts: dict[str, str] = field(default_factory=dict)
    _moments: dict[str, dict[str, int]] = field(default_factory=dict)

    def begin(self, name: str) -> None:
        """Begin a piece; "" for one that is not of interest."""
        self._now = "" if name in self._texts else name

    def text(self, text: str) -> None:
        """Take in some text of the piece."""
        if self._now:
            self._texts[self._now] = self._texts.get(self._now, "") + text

    def word(self, word: str, value: int) -> None:
        """Take in a control word of the piece."""
        if self._now in _MOMENTS and word in _PARTS:
            self._moments.setdefault(self._now, {})[word] = value

    @property
    def title(self) -> str:
        """The title, "" if none is given."""
        return " ".join(self._texts.get("title", "").split())

    @property
    def author(self) -> str:
        """The author, "" if none is given."""
        return " ".join(self._texts.get("author", "").split())

    @property
    def date(self) -> str:
        """The later of the days on which it was created and revised, "" if none is given."""
        return max(_day(self._moments.get(name, {})) for name in _MOMENTS)


def _day(moment: dict[str, int]) -> str:
    year, month, day = (moment.get(part, 0) for part in ("yr", "mo", "dy"))
    if not (0 < year < 10_000 and 0 < month < 13 and 0 < day < 32):
        return ""
    return f"{year:04}-{month:02}-{day:02}"
