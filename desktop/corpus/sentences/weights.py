"""What each cue tells: the weights of ``resources/cues/weights.toml``."""

from __future__ import annotations

import tomllib
from dataclasses import dataclass
from functools import lru_cache

from desktop.corpus.sentences.words import cue_folder

LABELS = ("policy", "value", "testimony", "fact", "reference")
Row = tuple[int, int, int, int, int]


@dataclass(frozen=True, slots=True)
class Weights:
    """Two tables of weights in hundredths, one number for each of ``LABELS``.

    Attributes:
        base: what holds before any cue is seen.
        cues: what a cue in the sentence adds.
        context_base: the same once the sentences around it are known.
        context: for each label, what each figure of ``desktop.corpus.sentences.context`` adds,
            times its size.
    """

    base: Row
    cues: dict[str, Row]
    context_base: Row
    context: tuple[tuple[int, ...], ...]


@lru_cache(maxsize=1)
def weights() -> Weights:
    """Read the weights, once."""
    data = tomllib.loads((cue_folder() / "weights.toml").read_text(encoding="utf-8"))
    rows = _table(data["context"]["weights"]).values()
    return Weights(
        base=tuple(data["sentence"]["base"]),
        cues=_table(data["sentence"]["cues"]),
        context_base=tuple(data["context"]["base"]),
        context=tuple(zip(*rows, strict=True)),
    )


def _table(lines: str) -> dict[str, Row]:
    """Read lines such as ``120 -40 0 -3 0 we <ask>``: the weights, then the name."""
    table: dict[str, Row] = {}
    for line in lines.splitlines():
        a, b, c, d, e, name = line.split(" ", 5)
        table[name] = int(a), int(b), int(c), int(d), int(e)
    return table
