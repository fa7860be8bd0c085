"""What each cue tells: the weights of ``resources/cues/weights.toml``."""

from __future__ import annotations

import tomllib
from dataclasses import dataclass
from functools import lru_cache

from desktop.corpus.sentences.words import cue_folder

LABELS = ("policy", "value", "testimony", "fact", "reference")
Row = tuple[float, float, float, float, float]
_HUNDREDTH = 0.01


@dataclass(frozen=True, slots=True)
class Weights:
    """Two tables of weights, one number for each of ``LABELS``.

    Attributes:
        base: what holds before any cue is seen.
        cues: what a cue in the sentence adds.
        context_base: the same once the sentences around it are known.
        context: what each figure of ``desktop.corpus.sentences.context`` adds, times its size.
    """

    base: Row
    cues: dict[str, Row]
    context_base: Row
    context: tuple[tuple[str, Row], ...]


@lru_cache(maxsize=1)
def weights() -> Weights:
    """Read the weights, once."""
    data = tomllib.loads((cue_folder() / "weights.toml").read_text(encoding="utf-8"))
    return Weights(
        base=_row(data["sentence"]["base"]),
        cues=dict(_table(data["sentence"]["cues"])),
        context_base=_row(data["context"]["base"]),
        context=tuple(_table(data["context"]["weights"])),
    )


def _table(lines: str) -> list[tuple[str, Row]]:
    """Read lines such as ``120 -40 0 -3 0 we <ask>``: hundredths, then the name."""
    table: list[tuple[str, Row]] = []
    for line in lines.splitlines():
        a, b, c, d, e, name = line.split(" ", 5)
        table.append((name, _hundredths(int(a), int(b), int(c), int(d), int(e))))
    return table


def _row(numbers: list[int]) -> Row:
    a, b, c, d, e = numbers
    return _hundredths(a, b, c, d, e)


def _hundredths(a: int, b: int, c: int, d: int, e: int) -> Row:
    return a * _HUNDREDTH, b * _HUNDREDTH, c * _HUNDREDTH, d * _HUNDREDTH, e * _HUNDREDTH
