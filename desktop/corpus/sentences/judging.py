"""How well sentences are told apart, on a file of labelled ones."""

from __future__ import annotations

import json
from collections import Counter
from collections.abc import Iterable, Iterator
from pathlib import Path

from desktop.corpus.sentences.scoring import classify_all
from desktop.corpus.sentences.weights import LABELS

Labelled = tuple[list[str], list[str]]


def f1_by_label(path: Path) -> dict[str, float]:
    """Return the F1 of each label on the units of a JSON Lines file.

    Each line holds one text: ``{"text": ..., "units": [{"start", "end", "label"}, ...]}``. The
    units are given and only their labels are guessed; those of a text are judged together. A label
    that the file has nowhere is left out. Raises OSError and ValueError as reading and parsing do.
    """
    true: list[str] = []
    guessed: list[str] = []
    for texts, labels in labelled(path.read_text(encoding="utf-8").splitlines()):
        true += labels
        guessed += [scores.best for scores in classify_all(texts)]
    return f1(true, guessed)


def labelled(lines: Iterable[str]) -> Iterator[Labelled]:
    """Yield the units of each text with their labels."""
    for line in lines:
        if line.strip():
            record = json.loads(line)
            units = record["units"]
            texts = [record["text"][unit["start"] : unit["end"]] for unit in units]
            yield texts, [unit["label"] for unit in units]


def f1(true: Iterable[str], guessed: Iterable[str]) -> dict[str, float]:
    """Return the F1 of each label that ``true`` has, in the order of ``LABELS``."""
    pairs = Counter(zip(true, guessed, strict=True))
    found: dict[str, float] = {}
    for label in LABELS:
        right = pairs[label, label]
        had = sum(count for (one, _), count in pairs.items() if one == label)
        said = sum(count for (_, other), count in pairs.items() if other == label)
        if had:
            found[label] = 2 * right / (had + said)
    return found
